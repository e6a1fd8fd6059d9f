using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Curricula;

partial class CurriculaService
{
    public override Task<Proto.ListTemplatesResponse> ListTemplates(Proto.ListTemplatesRequest request, ServerCallContext context) =>
        Task.FromResult(new Proto.ListTemplatesResponse { Templates = { programmes.Templates.Select(Shown) } });

    static Proto.CurriculumTemplate Shown(Template template) => new()
    {
        TemplateId = template.Id,
        Title = template.Title,
        Stage = Enum.Parse<Stage>(template.Stage).ToProto(),
        Programme = template.Programme ?? "",
        Note = template.Note,
        Source = new()
        {
            Rule = template.Id,
            Text = template.Source,
            Confidence = template.Confidence,
            EffectiveFrom = template.EffectiveFrom?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) ?? "",
        },
        Modules =
        {
            template.Modules.Select(m => new Proto.Module
            {
                Code = m.Code,
                Version = m.Version,
                WorkingTitle = m.WorkingTitle,
                OfficialTitle = m.OfficialTitle,
                Minutes = m.Minutes,
                Stage = Enum.Parse<Stage>(m.Stage).ToProto(),
                Languages = { m.Languages },
                RightsBased = m.RightsBased,
                GenderResponsive = m.GenderResponsive,
                Topics = { m.Topics },
            }),
        },
    };
}
