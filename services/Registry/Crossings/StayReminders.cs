using Gms.Events.Registry;
using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Registry.Crossings;

/// <summary>Tells, some days before, that the end of a stay has come near: once for each last day, and not of somebody who is back. Whoever knows how to reach the worker sends the reminder.</summary>
sealed class StayReminders(NpgsqlDataSource database, OwnWork work, TimeProvider clock, ILogger<StayReminders> log) : TimedRounds(database, Lock, Every, log)
{
    const int Page = 50;
    const long Lock = 0x474D535F52454D49;    // "GMS_REMI"

    /// <summary>Of the six countries the one whose days begin last: the day has come everywhere.</summary>
    const string LastToBegin = "MM";

    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task Round(CancellationToken cancel)
    {
        while (await TellSome(cancel) == Page)
        {
        }
    }

    /// <summary>A stay whose last day is over is a question to officers by then, no reminder (<see cref="MissedCrossings"/>).</summary>
    async Task<int> TellSome(CancellationToken cancel)
    {
        await using var scope = work.Begin("stays-that-end-told", Purpose.BorderControl, "service:registry", "");
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        var missed = scope.ServiceProvider.GetRequiredService<MissedCrossings>();
        var today = clock.TodayIn(LastToBegin);
        await db.Begin(cancel);
        var due = await db.Set<CrossingWatch>()
            .FromSql($"SELECT * FROM crossing_watches WHERE remind_on <= {today} AND due_on >= {today} ORDER BY remind_on LIMIT {Page} FOR UPDATE SKIP LOCKED").ToListAsync(cancel);
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
        await db.Commit(cancel);
        return due.Count;
    }

    StayEndNeared Neared(Crossing arrival, DateOnly until)
    {
        var id = Guid.CreateVersion7();
        return new()
        {
            EventId = id,
            OccurredAt = clock.GetUtcNow(),
            SubjectId = id.ToString(),
            SubjectVersion = 1,
            WorkerNumber = arrival.WorkerNumber,
            Country = arrival.Country,
            CrossingId = arrival.Id,
            Until = until,
        };
    }
}
