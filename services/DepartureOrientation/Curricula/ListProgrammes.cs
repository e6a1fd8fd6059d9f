using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Curricula;

partial class CurriculaService
{
    public override Task<Proto.ListProgrammesResponse> ListProgrammes(Proto.ListProgrammesRequest request, ServerCallContext context)
    {
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        var day = Read.OptionalDay(request.Day, "day");
        var found = programmes.All.Where(p => (country is null || p.IsOpenTo(country)) && (day is not { } on || p.InForce(on)));
        return Task.FromResult(new Proto.ListProgrammesResponse { Programmes = { found.Select(Shown) } });
    }

    Proto.ProgrammeFacts Shown(Programme programme)
    {
        // The length is stated for one corridor or for all; asked for that very corridor it is answered.
        var corridor = programme.Duration?.Corridor?.Split('-');
        var least = CurriculumRules.LeastOf(programme, corridor?[0], corridor?[1], programmes.TrainingDay);
        return new()
        {
            ProgrammeId = programme.Id,
            Country = programme.Country,
            Name = programme.Name,
            Stage = programme.Stage,
            LeastMinutes = least?.Minutes ?? 0,
            Corridor = programme.Duration?.Corridor ?? "",
            Source = programme.ToSource(least?.Source ?? programme.Source, least?.Confidence ?? programme.Confidence),
            EffectiveTo = programme.EffectiveTo?.ToProto(),
        };
    }
}
