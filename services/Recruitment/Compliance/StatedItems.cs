using Gms.Recruitment.Declarations;

namespace Gms.Recruitment.Compliance;

/// <summary>
/// The worker's answers to the items of the questionnaire, as they weigh in the indicators that each item names. A bad answer fails; a good one is no
/// proof by itself, and makes nothing pass. Pure.
/// </summary>
static class StatedItems
{
    /// <summary>Items with rules of their own, in WorkerFindings and CostFindings.</summary>
    static readonly HashSet<string> WeighedByRule = ["HOLDS_OWN_PAPERS", "OWES_RECRUITER", "BORROWED_TO_PAY", "FREE_TO_LEAVE", "HAS_COPY", "KNOWS_COMPLAINT_CHANNEL", "COSTS_COMPLETE"];

    /// <summary>The items that the worker answered badly and that name this indicator, FR or FL.</summary>
    public static IReadOnlyList<string> Against(RecruitmentFacts facts, string indicator)
    {
        if (facts.Declaration is not { Questionnaire: { } version } declaration || facts.Reference.Questions.Find(version) is not { } questionnaire)
            return [];
        return [.. questionnaire.Items
            .Where(i => i.Indicators.Contains(indicator) && !WeighedByRule.Contains(i.Code) && declaration.Answers.TryGetValue(i.Code, out var answer) && answer != StatementAnswer.Declined && answer != i.Good)
            .Select(i => i.Code)];
    }

    public static Finding With(this Finding finding, RecruitmentFacts facts, string indicator) =>
        finding.Outcome != Gms.Type.V1.Outcome.Fail && Against(facts, indicator) is { Count: > 0 } items
            ? Finding.Fail($"The worker stated otherwise, without the agency present: {string.Join(", ", items)}.", "An inspector hears the worker.")
            : finding;
}
