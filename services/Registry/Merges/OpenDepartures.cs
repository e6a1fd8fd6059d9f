using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Merges;

/// <summary>Departures that are open at once though they are one person's: only a merge can reveal it, and only an officer can tell which one is meant.</summary>
static class OpenDepartures
{
    public static async Task Find(RegistryDb db, WorkersMerged happened, Sides sides, TimeProvider clock, CancellationToken cancel)
    {
        var all = sides.All;
        var open = await db.Departures.AsNoTracking()
            .Where(d => all.Contains(d.WorkerNumber) && d.Status != DepartureStatus.Refused)
            .Where(d => !db.Crossings.Any(c => c.DepartureId == d.Id && c.Kind == CrossingKind.Exit))
            .ToListAsync(cancel);
        var coming = open.Where(d => d.PlannedOn >= clock.TodayIn(d.Origin)).ToList();

        foreach (var (one, other) in sides.Pairs(coming, d => d.WorkerNumber, (_, _) => true))
            foreach (var origin in new[] { one.Origin, other.Origin }.Distinct())
                db.OpenWorkItem(new()
                {
                    Kind = "DEPARTURES_OPEN_AT_ONCE",
                    Key = $"{Aliases.MergeKey(happened.MergeId)}{one.Id:N}:{other.Id:N}:{origin}",
                    Country = origin,
                    Subjects = [one.WorkerNumber, other.WorkerNumber],
                    Facts = new Dictionary<string, string>
                    {
                        ["merge_id"] = happened.MergeId.ToString(),
                        ["departure_id"] = one.Id.ToString(),
                        ["other_departure_id"] = other.Id.ToString(),
                        ["planned_on"] = $"{one.PlannedOn:yyyy-MM-dd}",
                        ["other_planned_on"] = $"{other.PlannedOn:yyyy-MM-dd}",
                    },
                    Decisions = ["BOTH_STAND", "ONE_WITHDRAWN"],
                    OpenedAt = clock.GetUtcNow(),
                    DueOn = one.PlannedOn < other.PlannedOn ? one.PlannedOn : other.PlannedOn,
                });
    }
}
