using Gms.SocialSecurity.Schemes;

namespace Gms.SocialSecurity.Coverage;

/// <summary>Covered or not. Same names and numbers as the proto.</summary>
enum CoverageState
{
    Covered = 1,
    Waiting = 2,
    NotCovered = 3,
    Unknown = 4,
}

/// <summary>What a verdict turned on: from it the words are made. Same names and numbers as the proto.</summary>
enum Ground
{
    NotInOperation = 1,
    GivenUp = 2,
    MonthsNotSaid = 3,
    AgeNotKnown = 4,
    Enough = 5,
    TooFew = 6,
    Excluded = 7,
    NeverJoined = 8,
    NotSettled = 9,
    NotEnrolled = 10,
    NotJoined = 11,
    HeldElsewhere = 12,
}

/// <summary>What one scheme says of one branch on a day.</summary>
sealed record Verdict
{
    public required string Scheme { get; init; }
    public required CoverageState State { get; init; }
    public required Ground Ground { get; init; }
    public DateOnly? WaitingFrom { get; init; }
    public int Counted { get; init; }
    public int Needed { get; init; }
    public int Within { get; init; }

    /// <summary>The age that the branch asks of this person; null when none or only in words.</summary>
    public int? Age { get; init; }

    /// <summary>Whether the age is not reached or cannot be decided.</summary>
    public bool AgeMissing { get; init; }
    public string Reason { get; init; } = "";
    public string Missing { get; init; } = "";
    public string Remedy { get; init; } = "";
    public required Evidence Evidence { get; init; }

    /// <summary>The best first; what is not decided comes before what is surely not given.</summary>
    public int Rank => State switch { CoverageState.Covered => 0, CoverageState.Waiting => 1, CoverageState.Unknown => 2, CoverageState.NotCovered => 3 };
}
