using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Portability;

/// <summary>One thing that a scheme gives on leaving, and for whom.</summary>
public sealed record ExitRule
{
    public required string Scheme { get; init; }
    public required ExitBenefit Benefit { get; init; }

    /// <summary>True for the scheme's own nationals only, false for all others only, null for both.</summary>
    public bool? Nationals { get; init; }
    public int MonthsFrom { get; init; }
    public int MonthsTo { get; init; } = int.MaxValue;

    /// <summary>First insured before this day; null for any.</summary>
    public DateOnly? InsuredBefore { get; init; }

    /// <summary>First insured on this day or later; null for any.</summary>
    public DateOnly? InsuredFrom { get; init; }

    /// <summary>So many months after the insurance ended.</summary>
    public int WaitMonths { get; init; }
    public int? Age { get; init; }
    public int? AgeOfWomen { get; init; }

    /// <summary>What else must hold, in words; empty when nothing.</summary>
    public string Condition { get; init; } = "";

    /// <summary>Whether the amount is what was paid in: of the worker's share, and of the employer's too.</summary>
    public bool CountsOwn { get; init; }
    public bool CountsEmployers { get; init; }
    public ExitAmount AmountIs { get; init; }

    /// <summary>The claim lapses so many months after it can be made; null when the data does not say.</summary>
    public int? ClaimWithinMonths { get; init; }
    public IReadOnlyList<string> Forms { get; init; } = [];
    public required string Text { get; init; }
    public required Evidence Evidence { get; init; }
}

/// <summary>What is known of somebody in one scheme on the day of leaving.</summary>
/// <param name="Scheme">The scheme.</param>
/// <param name="Months">The months that count.</param>
/// <param name="FirstInsured">The first day of the first membership.</param>
/// <param name="LastInsured">The last day of the last membership; the day of leaving while it goes on.</param>
/// <param name="EmployeePaid">What is on record as paid of the worker's share; null when it cannot be told.</param>
/// <param name="EmployerPaid">The same of the employer's.</param>
/// <param name="Born">The birth date as far as it is known; null when it is not.</param>
/// <param name="IsWoman">Null when not known.</param>
/// <param name="IsNational">Whether the person is a national of the scheme's country.</param>
/// <param name="Presumed">Whether that is only presumed.</param>
/// <param name="Leaving">The day of leaving.</param>
sealed record ExitFacts(Scheme Scheme, int Months, DateOnly FirstInsured, DateOnly LastInsured, long? EmployeePaid, long? EmployerPaid, PartialDate? Born, bool? IsWoman, bool IsNational, bool Presumed, DateOnly Leaving);

/// <summary>One line of an answer, amounts in minor units of the scheme's currency.</summary>
sealed record ExitLine(ExitFacts Facts, ExitState State, string Text, ExitRule? Rule = null, DateOnly? PayableFrom = null, long? Amount = null, DateOnly? ClaimBy = null, string Missing = "");

/// <summary>How far something can be claimed. Same names as the proto.</summary>
enum ExitState
{
    Payable = 1,
    Later = 2,
    Conditional = 3,
    Unknown = 4,
}

/// <summary>What kind of benefit it is. Same names and numbers as the proto.</summary>
public enum ExitBenefit
{
    Unspecified = 0,
    Refund = 1,
    LumpSum = 2,
    Pension = 3,
    Savings = 4,
    Compensation = 5,
}

/// <summary>How an amount is to be read. Same names and numbers as the proto.</summary>
public enum ExitAmount
{
    Unspecified = 0,
    Exact = 1,
    AtMost = 2,
    AtLeast = 3,
}
