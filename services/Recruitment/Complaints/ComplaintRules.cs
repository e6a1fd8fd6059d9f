using Gms.Platform;
using Gms.Recruitment.Contracts;

namespace Gms.Recruitment.Complaints;

/// <summary>What must hold for a complaint to be opened and to move. Pure.</summary>
static class ComplaintRules
{
    public const int MostEvidence = 20;

    public static IEnumerable<Problem> ToOpen(bool workerExists, IReadOnlyList<string> numbers, Contract? contract)
    {
        if (!workerExists)
            yield return Problems.ComplaintWorkerUnknown();
        if (contract is not null && !numbers.Contains(contract.WorkerNumber))
            yield return Problems.ComplaintContractOfAnother();
    }

    /// <summary>The agency named exists, and is that of the contract where there is one.</summary>
    public static IEnumerable<Problem> About(Guid? agency, bool agencyExists, Contract? contract)
    {
        if (!agencyExists)
            yield return ComplaintProblems.AgencyUnknown();
        else if (agency is not null && contract is not null && contract.AgencyId != agency)
            yield return ComplaintProblems.AgencyOfContract();
    }

    /// <summary>A worker speaks as the worker; nobody else does. The registry speaks for itself only.</summary>
    public static IEnumerable<Problem> ToTell(ComplaintTeller toldBy, bool isWorker, bool isCivilSociety)
    {
        if (toldBy == ComplaintTeller.Registry || isWorker != (toldBy == ComplaintTeller.Worker) || (toldBy == ComplaintTeller.CivilSociety && !isCivilSociety) || (toldBy == ComplaintTeller.Officer && isCivilSociety))
            yield return Problems.ComplaintToldByOther();
    }

    public static IEnumerable<Problem> ToPutToAgency(Complaint complaint)
    {
        if (complaint.AgencyId is null)
            yield return ComplaintProblems.NoAgency();
        foreach (var problem in ToTake(complaint, ComplaintStep.PutToAgency))
            yield return problem;
    }

    public static IEnumerable<Problem> ToTake(Complaint complaint, ComplaintStep step)
    {
        if (complaint.State.After(step) is null)
            yield return ComplaintProblems.StepNotNow(complaint.State.ToString());
    }

    public static IEnumerable<Problem> ToWrite(Complaint complaint, bool changesName, ComplaintSide side, bool isWhoOpened)
    {
        if (complaint.IsOver)
            yield return ComplaintProblems.Over();
        if (changesName && side != ComplaintSide.Worker && !isWhoOpened)
            yield return ComplaintProblems.NameNotYours();
    }

    /// <summary>Whether remedy and amount fit what was found: what could never be right.</summary>
    public static IEnumerable<Problem> Remedy(ComplaintFinding finding, ComplaintRemedy? remedy, Money? amount)
    {
        if (finding == ComplaintFinding.Unfounded)
        {
            if (remedy is not null || amount is not null)
                yield return ComplaintProblems.RemedyWithoutGround();
        }
        else if (remedy is not { } how)
            yield return ComplaintProblems.RemedyMissing();
        else if (how.IsMoney() != amount is { Minor: > 0 } || (!how.IsMoney() && amount is not null))
            yield return ComplaintProblems.RemedyAmount();
    }

    /// <summary>The other side is heard first. On appeal both were.</summary>
    public static IEnumerable<Problem> ToDecide(Complaint complaint, ComplaintFinding finding, ComplaintRemedy? remedy, Money? amount, string account, DateOnly today)
    {
        foreach (var problem in ToTake(complaint, finding == ComplaintFinding.Unfounded ? ComplaintStep.Dismiss : ComplaintStep.Uphold))
            yield return problem;

        var heard = complaint.AgencyId is null || complaint.Urgency == ComplaintUrgency.Emergency || complaint.AnsweredOn is not null || complaint.AnswerDueOn < today;
        if (!heard && complaint.State is ComplaintState.Opened or ComplaintState.AnswerDue)
            yield return ComplaintProblems.AgencyNotHeard();
        if (complaint.State == ComplaintState.Appealed && complaint.FoundBy == account)
            yield return ComplaintProblems.SameOfficer();
        if (finding != ComplaintFinding.Unfounded && complaint.Remedies.Count > 0 && complaint.RemedyAmount is { } owed && owed with { Minor = owed.Minor - complaint.StillOwed!.Minor } is var paid
            && (remedy != complaint.Remedy || amount?.Currency != owed.Currency || amount.Minor < paid.Minor))
            yield return ComplaintProblems.RemedyPaidAlready(paid);
    }

    public static IEnumerable<Problem> ToRemedy(Complaint complaint, Money? amount, DateOnly doneOn, DateOnly today)
    {
        foreach (var problem in ToTake(complaint, ComplaintStep.Remedy))
            yield return problem;
        if (doneOn > today)
            yield return ComplaintProblems.RemedyInFuture();
        if (complaint.StillOwed is { } owed && amount is not null)
        {
            if (amount.Currency != owed.Currency)
                yield return ComplaintProblems.RemedyOtherCurrency(owed.Currency);
            else if (amount.Minor > owed.Minor)
                yield return ComplaintProblems.RemedyTooMuch(owed);
        }
    }

    /// <param name="complaint">The complaint.</param>
    /// <param name="until">The last day to appeal; null before a decision.</param>
    /// <param name="today">The day in the country that holds it.</param>
    public static IEnumerable<Problem> ToAppeal(Complaint complaint, DateOnly? until, DateOnly today)
    {
        if (complaint.Appealed)
            yield return ComplaintProblems.AppealedAlready();
        else if (complaint.State.After(ComplaintStep.Appeal) is null)
            yield return ComplaintProblems.StepNotNow(complaint.State.ToString());
        else if (until is { } last && today > last)
            yield return ComplaintProblems.AppealTooLate(last);
    }

    public static IEnumerable<Problem> ToClose(Complaint complaint, DateOnly? appealUntil, DateOnly today)
    {
        foreach (var problem in ToTake(complaint, ComplaintStep.Close))
            yield return problem;
        if (complaint is { State: ComplaintState.Dismissed, Appealed: false } && appealUntil is { } last && today <= last)
            yield return ComplaintProblems.AppealOpen(last);
    }
}
