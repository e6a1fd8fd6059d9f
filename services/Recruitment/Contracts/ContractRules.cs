using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Employers;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.Contracts;

/// <summary>The facts beside the contract itself that its registration weighs.</summary>
sealed record ContractSurroundings(bool WorkerExists, Corridor? Corridor, Agency? Agency, Employer Employer, JobOrder? JobOrder, MinimumAge MinimumAge, IReadOnlyList<Contract> UnderOtherNumbers, DateOnly Today);

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
        if (contract.EndsOn < contract.StartsOn)
            yield return Problems.ContractEndsBeforeStart();
        if (text.SignedOn > around.Today)
            yield return Problems.ContractSignedInFuture();
        if (text.Terms.Wage.Minor == 0)
            yield return Problems.ContractWageMissing();
        if (text.Terms.MonthlyDeduction is { } deduction && deduction.Currency != text.Terms.Wage.Currency)
            yield return Problems.ContractDeductionCurrency();
        if (around.Employer.Country != contract.Destination)
            yield return Problems.ContractEmployerOfOtherCountry(contract.Destination);

        foreach (var problem in Channel(contract, around))
            yield return problem;
        foreach (var problem in Licence(contract, text, around))
            yield return problem;
        if (around.JobOrder is { } order)
            foreach (var problem in Order(contract, text.Terms, order, around.Today))
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

    static IEnumerable<Problem> Order(Contract contract, ContractTerms terms, JobOrder order, DateOnly today)
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
        if (order.OpenUntil < today)
            yield return Problems.ContractJobOrderClosed();
        if (terms.WagePeriod != order.WagePeriod || terms.Wage.Currency != order.Wage.Currency || terms.Wage.Minor < order.Wage.Minor)
            yield return Problems.ContractWageBelowJobOrder(order.Wage);
        if (terms.HoursPerWeek > order.HoursPerWeek)
            yield return Problems.ContractHoursAboveJobOrder(order.HoursPerWeek);
    }

    public static IEnumerable<Problem> ToEnd(Contract contract, DateOnly lastDay)
    {
        if (contract.Status == ContractStatus.Ended)
            yield return Problems.ContractAlreadyEnded();
        if (lastDay > contract.EndsOn)
            yield return Problems.ContractEndedAfterTerm();
    }
}

/// <summary>The least age for work through a channel.</summary>
sealed record MinimumAge(int Years, RuleSource Source)
{
    /// <summary>Where the corridor states none, the age that no recruit may be under by the indicator of fair recruitment (IRIS A.3).</summary>
    const int OfIris = 18;

    public static MinimumAge For(Corridor? corridor, Indicators indicators) =>
        corridor?.MinimumAge is { } years ? new(years, corridor.Source) : new(OfIris, indicators["FR21"].Source);

    /// <summary>Whether somebody born then is under age on that day; null when the birth date is not known well enough to say.</summary>
    public bool? IsUnder(PartialDate? born, DateOnly day) => born is not { } date ? null
        : date.Latest.AddYears(Years) <= day ? false
        : date.Earliest.AddYears(Years) > day ? true
        : null;
}
