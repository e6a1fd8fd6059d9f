using Gms.Platform;
using Gms.Registry.Corridors;
using Gms.Registry.Departures;

namespace Gms.Registry.Crossings;

/// <summary>What must hold for a crossing to be recorded, what is flagged on it, and which one it is. Pure.</summary>
static class CrossingRules
{
    /// <param name="seen">What was told.</param>
    /// <param name="departure">The departure named, or found.</param>
    /// <param name="birth">The worker's birth.</param>
    /// <param name="numbers">Every number of the worker.</param>
    /// <param name="clockSkew">How far ahead of our clock a post's may be.</param>
    /// <param name="now">The moment of the call.</param>
    public static IEnumerable<Problem> ToRecord(Sighting seen, Departure? departure, PartialDate birth, IReadOnlyList<string> numbers, TimeSpan clockSkew, DateTimeOffset now)
    {
        if (seen.At > now + clockSkew)
            yield return Problems.CrossingInFuture();

        if (seen.At.DayIn(seen.Country) < birth.Earliest)
            yield return Problems.CrossingBeforeBirth();

        if (seen.Post is { } post && !post.IsIn(seen.Country))
            yield return Problems.CrossingCheckpointElsewhere(post.Id, seen.Country);

        if (departure is not null && !numbers.Contains(departure.WorkerNumber))
            yield return Problems.CrossingDepartureOfAnother();
    }

    /// <param name="kind">Exit or arrival.</param>
    /// <param name="country">The country left or entered.</param>
    /// <param name="day">The day there.</param>
    /// <param name="departure">The departure it belongs to: on the way out, or on the way home.</param>
    /// <param name="exitRecorded">Whether the crossing before is an exit.</param>
    public static IEnumerable<CrossingFlag> Flags(CrossingKind kind, string country, DateOnly day, Departure? departure, bool exitRecorded)
    {
        if (departure?.Status != DepartureStatus.Cleared || (departure.Origin != country && departure.Destination != country))
            yield return CrossingFlag.NoClearedDeparture;
        else if (kind == CrossingKind.Exit && departure.Origin == country && day < departure.PlannedOn)
            yield return CrossingFlag.BeforePlannedDay;

        if (kind == CrossingKind.Arrival && !exitRecorded)
            yield return CrossingFlag.NoExitRecorded;
    }

    /// <summary>
    /// The crossing on record that was told here again; null when it is another one. One source does not tell two crossings within a minute or two;
    /// of different sources one remembers the time less well, but never past another crossing in between.
    /// </summary>
    public static KnownCrossing? Same(Sighting seen, IReadOnlyList<KnownCrossing> known, BorderPractice practice) => known
        .Where(k => k.Kind == seen.Kind && k.Country == seen.Country)
        .Where(k => Apart(k, seen) <= (k.Sources.Contains(seen.Source) ? practice.SameSide : practice.OtherSource))
        .Where(k => Apart(k, seen) <= practice.SameSide || !known.Any(other => other.Id != k.Id && IsBetween(other.At, k.At, seen.At)))
        .OrderBy(k => Apart(k, seen)).ThenBy(k => k.Id).FirstOrDefault();

    static TimeSpan Apart(KnownCrossing known, Sighting seen) => (known.At - seen.At).Duration();

    static bool IsBetween(DateTimeOffset at, DateTimeOffset one, DateTimeOffset other) => one < other ? at > one && at < other : at > other && at < one;
}
