using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Declarations;

partial class DeclarationsService
{
    /// <summary>The day in no country in particular: a questionnaire begins for all.</summary>
    const string DayOf = "TH";

    public override Task<Proto.ListQuestionsResponse> ListQuestions(Proto.ListQuestionsRequest request, ServerCallContext context)
    {
        var language = Read.OptionalText(request.Language, "language", 20) ?? "en";
        var version = Read.OptionalText(request.Questionnaire, "questionnaire", 20);
        var questionnaire = version is null ? questionnaires.On(clock.TodayIn(DayOf)) : questionnaires.Find(version) ?? throw Refuse.Invalid(StatementProblems.QuestionnaireUnknown());
        if (!questionnaire.Items.All(q => q.Texts.ContainsKey(language)))
            throw Refuse.Invalid(StatementProblems.LanguageUnknown());

        return Task.FromResult(new Proto.ListQuestionsResponse
        {
            Questionnaire = questionnaire.Version,
            Questions =
            {
                questionnaire.Items.Select(q => new Proto.Question
                {
                    Item = q.Code,
                    Text = q.Texts[language],
                    GoodAnswer = q.Good.ToProto(),
                    Indicators = { q.Indicators },
                    OwnWording = q.OwnWording,
                    Source = q.Source.ToProto(),
                }),
            },
        });
    }
}
