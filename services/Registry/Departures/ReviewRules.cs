using Gms.Registry.Passes;

namespace Gms.Registry.Departures;

/// <summary>Which decisions are taken again when a fact behind them changed, and what of an officer's word still holds then. Pure.</summary>
static class ReviewRules
{
    /// <summary>
    /// What is cleared is looked at again, and what a review took back; never what an officer refused, held or left to be decided, nor what happened already.
    /// </summary>
    public static bool IsOpen(Departure departure, DepartureDecision? last, Pass? latest, bool exited) => !exited && departure.Status switch
    {
        DepartureStatus.Cleared => true,
        DepartureStatus.Held or DepartureStatus.Refused => last is { Officer: null } && latest?.RevocationReason == RevocationReason.NoLongerCleared,
        DepartureStatus.Received => false,
    };

    /// <summary>One that is being decided, or that an officer revoked or somebody appealed, is looked at once it is decided: cleared then, it rests on findings from before.</summary>
    public static bool Waits(Departure departure, DepartureDecision? last) =>
        departure.Status == DepartureStatus.Received || (departure.Status == DepartureStatus.Held && last is { Officer: not null });

    /// <summary>
    /// Whether the rules came to what they came to before for other reasons: the decision is then told with the findings of now. What an officer decided
    /// stays as the officer saw it.
    /// </summary>
    public static bool RestsOnOthers(DepartureDecision? last, IReadOnlyList<Finding> findings) =>
        last is { Officer: null } && !last.Findings.Select(Said).SequenceEqual(findings.Select(Said));

    /// <summary>The values say no more than the message: what was decided before they were kept is the same without them.</summary>
    static Finding Said(Finding finding) => finding with { Values = null };

    /// <summary>An officer who cleared saw what stood in the way then. That is not held against the worker again; whatever is new is.</summary>
    public static IReadOnlyList<Finding> Accepted(DepartureDecision? last, IReadOnlyList<Finding> findings)
    {
        if (last is not { Officer: not null, Status: DepartureStatus.Cleared })
            return findings;
        var seen = last.Findings.Where(f => f.Refuses || f.Holds).Select(f => (f.Code, f.Outcome)).ToHashSet();
        return [.. findings.Select(f => seen.Contains((f.Code, f.Outcome)) ? f with { Decisive = false } : f)];
    }
}
