namespace Gms.SocialSecurity.Schemes;

/// <summary>How spells of membership count in a scheme: hand-reviewed data beside the scheme, in Data/spells.json. A part that is null is not in the data.</summary>
public sealed record Spells
{
    public static readonly Spells NotSaid = new();

    public SeveralEmployers? SeveralEmployers { get; init; }
    public Follows? Follows { get; init; }
    public Lapse? Lapse { get; init; }
    public MonthRule? Month { get; init; }

    /// <summary>The rules by which nobody is in this scheme and another one on the same day.</summary>
    public IReadOnlyList<Exclusion> Exclusions { get; init; } = [];

    /// <summary>True where one membership on a day is all that the scheme takes, and the data is sure enough to refuse a second.</summary>
    public bool IsSole => SeveralEmployers is { Allowed: false, Evidence.MayBlock: true };
}

/// <summary>Whether somebody may be a member through several employers on one day.</summary>
public sealed record SeveralEmployers(bool Allowed, string Text, Evidence Evidence);

/// <summary>What must have been before: so many months paid in another scheme, left no longer ago than so many months.</summary>
public sealed record Follows(string Scheme, int Months, int WithinMonths, string Text, Evidence Evidence)
{
    /// <summary>The last day on which one may apply, both days counted as the calendar counts months.</summary>
    public DateOnly LastDay(DateOnly left) => left.AddMonths(WithinMonths);
}

/// <summary>When a voluntary member counts as having given up: more than so many months in a row not paid.</summary>
public sealed record Lapse(int MissedMonths, bool Rejoin, string Text, Evidence Evidence);

/// <summary>How a month of spells counts, in words.</summary>
public sealed record MonthRule(string Text, Evidence Evidence);

/// <summary>Schemes of which nobody is a member of two on one day, from one day to another.</summary>
public sealed record Exclusion(string Id, IReadOnlyList<string> Schemes, DateOnly? From, DateOnly? To, string Text, Evidence Evidence)
{
    /// <summary>Whether two spells share a day on which the rule holds.</summary>
    public bool Forbids(DateOnly from, DateOnly? to, DateOnly otherFrom, DateOnly? otherTo)
    {
        DateOnly[] begins = [from, otherFrom, From ?? DateOnly.MinValue];
        DateOnly[] ends = [to ?? DateOnly.MaxValue, otherTo ?? DateOnly.MaxValue, To ?? DateOnly.MaxValue];
        return begins.Max() <= ends.Min();
    }
}
