using Gms.Type.V1;

namespace Gms.Registry.Corridors;

/// <summary>Whether a channel or checkpoint can be used.</summary>
enum Openness
{
    Unknown,
    Open,

    /// <summary>Open under conditions that are told, not enforced.</summary>
    Restricted,
    Suspended,
    Closed,
}

/// <summary>How a channel or checkpoint stands in a span of days, and how that is known. From and to are inclusive; null where not known, or still so.</summary>
sealed record OpennessRow(DateOnly? From, DateOnly? To, Openness State, string Note, string Source, Confidence Confidence, bool Found, bool NeedsConfirmation)
{
    public bool Holds(DateOnly day) => (From is null || From <= day) && (To is null || To >= day);

    /// <summary>
    /// A closure is acted on by itself only when it was read in a good source that does not itself say to check;
    /// any other closure is a question for an officer.
    /// </summary>
    public bool IsSure => Confidence == Confidence.High && !NeedsConfirmation;

    public static OpennessRow? On(IReadOnlyList<OpennessRow> rows, DateOnly day) => rows.FirstOrDefault(r => r.Holds(day));

    /// <summary>A day must not have two answers.</summary>
    public static void MustNotOverlap(string id, IReadOnlyList<OpennessRow> rows)
    {
        for (var i = 1; i < rows.Count; i++)
            if (rows[i].From is not { } from || rows[i - 1].To is not { } before || before >= from)
                throw new InvalidOperationException($"The states of {id} overlap or are out of order.");
    }
}
