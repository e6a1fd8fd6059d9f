namespace Gms.Registry.Crossings;

/// <summary>What does not fit together about a spell: a question, not an accusation.</summary>
public enum SpellGap
{
    /// <summary>Arrived, and no exit from anywhere before.</summary>
    ArrivalWithoutExit,

    /// <summary>Left, and no arrival anywhere after; perhaps still on the way.</summary>
    ExitWithoutArrival,

    /// <summary>Left after having left another time: the beginning is not known.</summary>
    TwoExits,

    /// <summary>Left another country than the one last entered: the beginning is not known.</summary>
    NotEntered,

    /// <summary>On record elsewhere afterwards, without an exit from here.</summary>
    NotLeft,
}

/// <summary>A crossing as spells see it.</summary>
readonly record struct Passage(Guid Id, CrossingKind Kind, string Country, DateTimeOffset At);

/// <summary>A time that a worker was in a country. Either edge may be unknown.</summary>
sealed record Spell(string Country, Passage? Began, Passage? Ended, IReadOnlyList<SpellGap> Gaps)
{
    /// <summary>The crossing with which it is told apart from others.</summary>
    public Passage Last => (Ended ?? Began)!.Value;
}
