using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Registry.Crossings;

/// <summary>Looks at each watch when its day has ended in every country.</summary>
sealed class OverdueCrossings(NpgsqlDataSource database, OwnWork work, TimeProvider clock, ILogger<OverdueCrossings> log) : TimedRounds(database, Lock, Every, log)
{
    const int Page = 50;
    const long Lock = 0x474D535F43524F53;    // "GMS_CROS"

    /// <summary>Of the six countries the one whose days end last.</summary>
    const string LastToEnd = "MM";

    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task Round(CancellationToken cancel)
    {
        while (await LookAtSome(cancel) == Page)
        {
        }
    }

    async Task<int> LookAtSome(CancellationToken cancel)
    {
        await using var scope = work.Begin("overdue-crossings-looked-at", Purpose.BorderControl, "service:registry", "");
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        var missed = scope.ServiceProvider.GetRequiredService<MissedCrossings>();
        var today = clock.TodayIn(LastToEnd);
        await db.Begin(cancel);
        var due = await db.Set<CrossingWatch>()
            .FromSql($"SELECT * FROM crossing_watches WHERE due_on < {today} ORDER BY due_on LIMIT {Page} FOR UPDATE SKIP LOCKED").ToListAsync(cancel);
        if (due.Count == 0)
            return 0;
        foreach (var watch in due)
            await missed.Look(watch, cancel);
        await db.Commit(cancel);
        return due.Count;
    }
}
