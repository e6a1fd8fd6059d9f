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
        if (facts.Declarations.Count == 0)
            return [];
        var answered = new HashSet<string>(StringComparer.Ordinal);
        return [..
            from declaration in facts.Declarations
            where declaration.Questionnaire is not null
            from item in facts.Reference.Questions.Find(declaration.Questionnaire!)?.Items ?? []
            where item.Indicators.Contains(indicator) && !WeighedByRule.Contains(item.Code)
            let answer = declaration.Answers.GetValueOrDefault(item.Code, StatementAnswer.Declined)
            where answer != StatementAnswer.Declined && answered.Add(item.Code) && answer != item.Good
            select item.Code];
    }

    /// <summary>
    /// What the worker declared, question by question the newest answer: who is asked less the next time takes nothing back, and who declines says nothing.
    /// </summary>
    /// <param name="declarations">The newest first.</param>
    public static Declaration? Newest(IReadOnlyList<Declaration> declarations) => declarations.Count == 0 ? null : declarations.Count == 1 ? declarations[0] : new()
    {
        Id = declarations[0].Id,
        ContractId = declarations[0].ContractId,
        WorkerNumber = declarations[0].WorkerNumber,
        Country = declarations[0].Country,
        DeclaredOn = declarations[0].DeclaredOn,
        Languages = declarations[0].Languages,
        HoldsOwnPapers = Newest(declarations, d => d.HoldsOwnPapers),
        OwesRecruiter = Newest(declarations, d => d.OwesRecruiter),
        BorrowedToPay = Newest(declarations, d => d.BorrowedToPay),
        FreeToLeave = Newest(declarations, d => d.FreeToLeave),
        HasCopy = Newest(declarations, d => d.HasCopy),
        KnowsComplaintChannel = Newest(declarations, d => d.KnowsComplaintChannel),
        CostsComplete = Newest(declarations, d => d.CostsComplete),
        RecordedAt = declarations[0].RecordedAt,
    };

    static bool? Newest(IReadOnlyList<Declaration> declarations, Func<Declaration, bool?> question) => declarations.Select(question).FirstOrDefault(answer => answer is not null);

    public static Finding With(this Finding finding, RecruitmentFacts facts, string indicator) =>
        finding.Outcome != Gms.Type.V1.Outcome.Fail && Against(facts, indicator) is { Count: > 0 } items
            ? Finding.Fail($"The worker stated otherwise, without the agency present: {string.Join(", ", items)}.", "An inspector hears the worker.")
            : finding;
}
