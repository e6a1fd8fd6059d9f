using Gms.Platform;
using Gms.Registry.Corridors;
using Gms.Registry.Departures;

namespace Gms.Registry.Crossings;

/// <summary>What must hold for a crossing to be recorded, and what is flagged on it. Pure.</summary>
static class CrossingRules
{
    /// <summary>Clocks of posts differ; a crossing may be this far ahead of ours.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    public static IEnumerable<Problem> ToRecord(Crossing crossing, Checkpoint? checkpoint, Departure? departure, WorkerOnRecord worker, DateTimeOffset now)
    {
        if (crossing.CrossedAt > now + ClockSkew)
            yield return Problems.CrossingInFuture();

        if (crossing.CrossedAt.DayIn(crossing.Country) < worker.BirthDate.Earliest)
            yield return Problems.CrossingBeforeBirth();

        if (checkpoint is not null && !checkpoint.IsIn(crossing.Country))
            yield return Problems.CrossingCheckpointElsewhere(checkpoint.Id, crossing.Country);

        if (departure is not null && !worker.Numbers.Contains(departure.WorkerNumber))
            yield return Problems.CrossingDepartureOfAnother();
    }

    public static IEnumerable<CrossingFlag> Flags(CrossingKind kind, string country, DateOnly day, Departure? departure, bool exitRecorded)
    {
        var way = kind == CrossingKind.Exit ? departure?.Origin : departure?.Destination;
        if (departure?.Status != DepartureStatus.Cleared || way != country)
            yield return CrossingFlag.NoClearedDeparture;
        else if (kind == CrossingKind.Exit && day < departure.PlannedOn)
            yield return CrossingFlag.BeforePlannedDay;

        if (kind == CrossingKind.Arrival && !exitRecorded)
            yield return CrossingFlag.NoExitRecorded;
    }
}
