using Gms.Recruitment.Complaints;
using Gms.Recruitment.Contracts;
using Gms.Recruitment.Declarations;

namespace Gms.Recruitment.Tests;

/// <summary>What workers state and complain of.</summary>
static partial class A
{
    /// <summary>What a worker answered to items of the questionnaire, and nothing else.</summary>
    public static Declaration Stated(IReadOnlyDictionary<string, StatementAnswer> answers, DateOnly? on = null) => new()
    {
        Id = Guid.Empty,
        ContractId = Guid.Empty,
        WorkerNumber = "LA-7KQ2-M9XD-R",
        Country = "LA",
        DeclaredOn = on ?? new(2026, 11, 21),
        Languages = ["lo"],
        HoldsOwnPapers = answers.Said("HOLDS_OWN_PAPERS"),
        OwesRecruiter = answers.Said("OWES_RECRUITER"),
        BorrowedToPay = answers.Said("BORROWED_TO_PAY"),
        FreeToLeave = answers.Said("FREE_TO_LEAVE"),
        HasCopy = answers.Said("HAS_COPY"),
        KnowsComplaintChannel = answers.Said("KNOWS_COMPLAINT_CHANNEL"),
        CostsComplete = answers.Said("COSTS_COMPLETE"),
        Questionnaire = "2026-1",
        Answers = answers,
        RecordedAt = DateTimeOffset.UnixEpoch,
    };

    /// <summary>A complaint as it was opened; what happens to it is the test's.</summary>
    public static Complaint Complaint(ComplaintCategory category = ComplaintCategory.Costs, DateOnly? dueOn = null, params ContractDifference[] differences) => new()
    {
        Country = "LA",
        WorkerNumber = "LA-7KQ2-M9XD-R",
        ContractId = Guid.Empty,
        AgencyId = AgencyId,
        Category = category,
        Urgency = ComplaintUrgency.Normal,
        ToldBy = ComplaintTeller.Worker,
        Organisation = "",
        Subject = "The agency took a fee.",
        Differences = differences,
        OpenedAt = DateTimeOffset.UnixEpoch,
        DueOn = dueOn ?? new(2026, 12, 31),
        CloseBy = new(2027, 3, 31),
    };

    /// <summary>Decided, without or with a remedy.</summary>
    public static Complaint Decided(this Complaint complaint, ComplaintFinding finding, ComplaintRemedy? remedy = null)
    {
        complaint.Decide(finding, remedy, null, "an-inspector", new(2026, 12, 1), new(2026, 12, 31));
        return complaint;
    }
}
