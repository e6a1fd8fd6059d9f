using Gms.Platform;
using Gms.Recruitment.Costs;
using Gms.Recruitment.JobOrders;

namespace Gms.Recruitment.Contracts;

/// <summary>What a contract says. Null is a term that it does not have.</summary>
/// <remarks>Part of the hashed text: properties are only added, at the end.</remarks>
public sealed record ContractTerms
{
    public required Money Wage { get; init; }

    public required WagePeriod WagePeriod { get; init; }

    public required int HoursPerWeek { get; init; }

    public required int DaysPerWeek { get; init; }

    /// <summary>ISO 3166-2 code of the province of work.</summary>
    public string? Workplace { get; init; }

    /// <summary>The most that may be deducted each month to recover money advanced.</summary>
    public Money? MonthlyDeduction { get; init; }

    public Housing? Housing { get; init; }

    public bool? InsuranceStated { get; init; }

    public int? NoticeDays { get; init; }

    public bool? LeavingPenalty { get; init; }

    public Payer? ReturnTravelPaidBy { get; init; }

    public bool? ComplaintChannelNamed { get; init; }

    /// <summary>The wage for an average month of 52/12 weeks, rounded down: rules on fees and deductions speak of months.</summary>
    internal Money MonthlyWage => WagePeriod switch
    {
        WagePeriod.Month => Wage,
        WagePeriod.Day => Wage with { Minor = Wage.Minor * DaysPerWeek * 52 / 12 },
        WagePeriod.Hour => Wage with { Minor = Wage.Minor * HoursPerWeek * 52 / 12 },
    };

    /// <summary>The items that every contract should have and this one lacks (indicator FR12); parties, job, wage, hours and term are always there.</summary>
    internal IEnumerable<string> Missing()
    {
        if (Workplace is null)
            yield return "place of work";
        if (DaysPerWeek == 7)
            yield return "a day of rest";
        if (MonthlyDeduction is null)
            yield return "deductions";
        if (Housing is null)
            yield return "housing";
        if (InsuranceStated is not true)
            yield return "insurance";
        if (NoticeDays is null)
            yield return "how it can be ended";
        if (ReturnTravelPaidBy is null)
            yield return "the way home";
        if (ComplaintChannelNamed is not true)
            yield return "where to complain";
    }
}

/// <summary>Where the worker lives.</summary>
public enum Housing
{
    EmployerFree,
    EmployerPaid,
    Own,
}
