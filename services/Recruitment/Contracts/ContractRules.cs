using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Employers;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.Contracts;

/// <summary>The facts beside the contract itself that its registration weighs.</summary>
sealed record ContractSurroundings(bool WorkerExists, Corridor? Corridor, Agency? Agency, Employer Employer, JobOrder? JobOrder, MinimumAge MinimumAge, IReadOnlyList<Contract> UnderOtherNumbers, ContractStandards Standards, DateOnly Today);

/// <summary>What must hold for a contract to be registered and ended. Pure: every fact a rule weighs is an argument.</summary>
static class ContractRules
{
    public static IEnumerable<Problem> ToRegister(Contract contract, ContractText text, ContractSurroundings around)
    {
        if (!around.WorkerExists)
            yield return Problems.ContractWorkerUnknown();
        else if (around.MinimumAge.Source.MayBlock && around.MinimumAge.IsUnder(contract.WorkerBorn, contract.StartsOn) is true)
            yield return Problems.ContractWorkerTooYoung(around.MinimumAge.Years, around.MinimumAge.Source);

        if (around.UnderOtherNumbers.Any(contract.Overlaps))
            yield return Problems.ContractOverlaps();
        foreach (var problem in Text(text, around.Standards, around.Today))
            yield return problem;
        if (around.Employer.IsStoppedOn(around.Today))
            yield return Problems.ContractEmployerStopped(around.Today);
        if (around.Employer.Country != contract.Destination)
            yield return Problems.ContractEmployerOfOtherCountry(contract.Destination);

        foreach (var problem in Channel(contract, around))
            yield return problem;
        foreach (var problem in Licence(contract, text, around))
            yield return problem;
        if (around.JobOrder is { } order)
            foreach (var problem in Order(contract, order, around.Today).Concat(Promised(text.Terms, order)))
                yield return problem;
    }

    /// <summary>What holds for the text of every version.</summary>
    internal static IEnumerable<Problem> Text(ContractText text, ContractStandards standards, DateOnly today)
    {
        if (text.EndsOn < text.StartsOn)
            yield return Problems.ContractEndsBeforeStart();
        if (text.SignedOn > today)
            yield return Problems.ContractSignedInFuture();
        if (text.Terms.Wage.Minor == 0)
            yield return Problems.ContractWageMissing();
        if (text.Terms.MonthlyDeduction is { } deduction && deduction.Currency != text.Terms.Wage.Currency)
            yield return Problems.ContractDeductionCurrency();
        foreach (var problem in StandardRules.OfContract(standards, text).Problems)
            yield return problem;
    }

    static IEnumerable<Problem> Channel(Contract contract, ContractSurroundings around)
    {
        if (around.Corridor is not { } corridor)
        {
            yield return Problems.ContractCorridorUnknown(contract.Origin, contract.Destination, contract.Channel);
            yield break;
        }
        if (corridor.NeedsAgency && around.Agency is null)
            yield return Problems.ContractAgencyRequired(corridor);
        if (corridor.NeedsJobOrder && around.JobOrder is null)
            yield return Problems.ContractJobOrderRequired(corridor);
    }

    static IEnumerable<Problem> Licence(Contract contract, ContractText text, ContractSurroundings around)
    {
        if (around.Agency is not { } agency)
            yield break;

        if (agency.Country != contract.Origin)
            yield return Problems.ContractAgencyOfOtherCountry(contract.Origin);
        else if (!agency.MaySendTo(contract.Destination, text.SignedOn))
            yield return Problems.ContractAgencyNotLicensed(text.SignedOn);
        // A suspension stops what has been signed before it and is registered after it, too.
        else if (!agency.MaySendTo(contract.Destination, around.Today))
            yield return Problems.ContractAgencyNotLicensed(around.Today);
    }

    static IEnumerable<Problem> Order(Contract contract, JobOrder order, DateOnly today)
    {
        if (order.EmployerId != contract.EmployerId)
            yield return Problems.ContractJobOrderDiffers("employer_id");
        if (order.Origin != contract.Origin)
            yield return Problems.ContractJobOrderDiffers("origin");
        if (order.Channel != contract.Channel)
            yield return Problems.ContractJobOrderDiffers("channel");
        if (order.Occupation != contract.Occupation)
            yield return Problems.ContractJobOrderDiffers("occupation");
        if (order.Status != JobOrderStatus.Attested)
            yield return Problems.ContractJobOrderNotAttested();
        if (!order.IsOpenOn(today))
            yield return Problems.ContractJobOrderClosed();
    }

    /// <summary>The worker is due what was approved: no version promises less than the order.</summary>
    internal static IEnumerable<Problem> Promised(ContractTerms terms, JobOrder order)
    {
        if (terms.WagePeriod != order.WagePeriod || terms.Wage.Currency != order.Wage.Currency || terms.Wage.Minor < order.Wage.Minor)
            yield return Problems.ContractWageBelowJobOrder(order.Wage);
        if (terms.HoursPerWeek > order.HoursPerWeek)
            yield return Problems.ContractHoursAboveJobOrder(order.HoursPerWeek);
        if (order.DaysPerWeek is { } days && terms.DaysPerWeek > days)
            yield return Problems.ContractDaysAboveJobOrder(days);
        // Housing in a contract that does not say is missing, not worse: the verdict names it.
        if (order.Housing == Housing.EmployerFree && terms.Housing is Housing.EmployerPaid or Housing.Own)
            yield return Problems.ContractHousingBelowJobOrder();
        if (order.MonthlyDeductionMinor is { } most && terms.MonthlyDeduction is { } deduction && deduction.Currency == order.Wage.Currency && deduction.Minor > most)
            yield return Problems.ContractDeductionAboveJobOrder(order.Wage with { Minor = most });
    }

    /// <param name="contract">The contract.</param>
    /// <param name="lastDay">The last day under it.</param>
    /// <param name="reason">Why it ends.</param>
    /// <param name="byAgency">Whether an agency says so: from the first day of work on an officer has to say that it never began, by the reason or by a last day before it, for the place becomes free again.</param>
    /// <param name="today">Today where the contract was signed.</param>
    public static IEnumerable<Problem> ToEnd(Contract contract, DateOnly lastDay, ContractEnd reason, bool byAgency, DateOnly today)
    {
        if ((reason == ContractEnd.NeverBegan || lastDay < contract.StartsOn) && byAgency && today >= contract.StartsOn)
            yield return Problems.ContractNeverBeganByOfficer();
        if (contract.Status == ContractStatus.Ended)
            yield return Problems.ContractAlreadyEnded();
        if (lastDay > contract.EndsOn)
            yield return Problems.ContractEndedAfterTerm();
    }
}
