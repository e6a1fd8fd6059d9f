using Gms.Events.Registry;
using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Registry.Crossings;

/// <summary>Tells, some days before, that the end of a stay has come near: once for each last day, and not of somebody who is back. Whoever knows how to reach the worker sends the reminder.</summary>
sealed class StayReminders(NpgsqlDataSource database, OwnWork work, TimeProvider clock, ILogger<StayReminders> log)
    : DueRounds<RegistryDb>(database, Lock, "stays-that-end-told", Purpose.BorderControl, work, clock, log)
{
    const long Lock = 0x474D535F52454D49;    // "GMS_REMI"

    /// <summary>A stay whose last day is over is a question to officers by then, no reminder (<see cref="MissedCrossings"/>).</summary>
    protected override async Task<int> TakeSome(RegistryDb db, IServiceProvider services, DateOnly today, CancellationToken cancel)
    {
        var missed = services.GetRequiredService<MissedCrossings>();
        var due = await db.Set<CrossingWatch>()
            .FromSql($"SELECT * FROM crossing_watches WHERE remind_on <= {today} AND due_on >= {today} ORDER BY remind_on LIMIT {Page} FOR UPDATE SKIP LOCKED").OrderBy(w => w.RemindOn).ToListAsync(cancel);
        if (due.Count == 0)
            return 0;
        Guid[] ids = [.. due.Select(w => w.CrossingId)];
        var arrivals = await db.Crossings.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, cancel);
        foreach (var watch in due)
        {
            watch.RemindOn = null;
            var arrival = arrivals[watch.CrossingId];
            if (!await missed.IsBack(arrival, cancel))
                db.Publish(Neared(arrival, watch.DueOn));
        }
        return due.Count;
    }

    StayEndNeared Neared(Crossing arrival, DateOnly until)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            EventId = id,
            OccurredAt = Clock.GetUtcNow(),
            SubjectId = id.ToString(),
            SubjectVersion = 1,
            WorkerNumber = arrival.WorkerNumber,
            Country = arrival.Country,
            CrossingId = arrival.Id,
            Until = until,
        };
    }
}
