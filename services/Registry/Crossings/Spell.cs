using Gms.Platform;
using Gms.Registry.Returns;

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

/// <summary>What a passage is.</summary>
enum PassageKind
{
    Exit,
    Arrival,

    /// <summary>A return on record: whoever came back has left, though no post told it.</summary>
    Return,
}

/// <summary>A crossing, or a return, as spells see it.</summary>
/// <param name="Id">The crossing's, or the return's.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Country">The country left or entered; of a return, the country come from.</param>
/// <param name="At">When; of a return, the end of its day.</param>
/// <param name="Home">Of a return, the country returned to.</param>
readonly record struct Passage(Guid Id, PassageKind Kind, string Country, DateTimeOffset At, string? Home = null)
{
    /// <summary>The legal day of it.</summary>
    public DateOnly Day => At.DayIn(Home ?? Country);

    public static Passage Of(Guid id, CrossingKind kind, string country, DateTimeOffset at) =>
        new(id, kind == CrossingKind.Exit ? PassageKind.Exit : PassageKind.Arrival, country, at);

    /// <summary>Of the day of a return only the date is told: whatever else is on record for it came before.</summary>
    public static Passage Of(WorkerReturn back) =>
        new(back.Id, PassageKind.Return, back.ComeFrom, back.ReturnedOn.AddDays(1).StartIn(back.Country).AddTicks(-1), back.Country);
}

/// <summary>A time that a worker was in a country. Either edge may be unknown.</summary>
sealed record Spell(string Country, Passage? Began, Passage? Ended, IReadOnlyList<SpellGap> Gaps)
{
    /// <summary>The day of the return that tells of the end, where no exit does.</summary>
    public DateOnly? BackOn { get; init; }

    /// <summary>The crossing with which it is told apart from others.</summary>
    public Passage Last => (Ended ?? Began)!.Value;
}
