using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Assessments;

partial class AssessmentsService
{
    public override Task<Proto.GetQuestionnaireResponse> GetQuestionnaire(Proto.GetQuestionnaireRequest request, ServerCallContext context)
    {
        var kind = Read.Value<Proto.AssessmentKind, AssessmentKind>(request.Kind, "kind");
        var country = Read.Country(request.Country, "country");
        var language = (Read.OptionalText(request.Language, "language", 35) ?? "en").Split('-')[0].ToLowerInvariant();
        var questionnaire = request.Version == 0 ? questionnaires.InForce(kind, clock.TodayIn(country)) : questionnaires.Find(kind, request.Version) ?? throw Refuse.Invalid(Problems.QuestionnaireUnknown(request.Version));
        return Task.FromResult(new Proto.GetQuestionnaireResponse
        {
            Version = questionnaire.Version,
            Language = questionnaire.Questions[0].Texts.ContainsKey(language) ? language : "en",
            Questions = { questionnaire.Questions.Select(q => ToProto(q, language)) },
            Source = new() { Rule = $"questionnaires.json {kind} {questionnaire.Version}", Text = questionnaires.Meta.Source, Confidence = questionnaires.Meta.Confidence },
        });
    }

    Proto.Question ToProto(Question question, string language) => new()
    {
        Code = question.Code,
        Dimension = question.Dimension.ToString(),
        Required = question.Required,
        Text = question.Texts.GetValueOrDefault(language) ?? question.Texts["en"],
        Options = { questionnaires.Options[question.Options].Select(o => new Proto.Option { Code = o.Code, Label = o.Labels.GetValueOrDefault(language) ?? o.Labels["en"] }) },
    };
}
