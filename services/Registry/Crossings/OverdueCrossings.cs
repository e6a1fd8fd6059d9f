using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Registry.Crossings;

/// <summary>Looks at each watch when its day has ended in every country.</summary>
sealed class OverdueCrossings(NpgsqlDataSource database, OwnWork work, TimeProvider clock, ILogger<OverdueCrossings> log)
    : DueRounds<RegistryDb>(database, Lock, "overdue-crossings-looked-at", Purpose.BorderControl, work, clock, log)
{
    const long Lock = 0x474D535F43524F53;    // "GMS_CROS"

    protected override async Task<int> TakeSome(RegistryDb db, IServiceProvider services, DateOnly today, CancellationToken cancel)
    {
        var missed = services.GetRequiredService<MissedCrossings>();
        var due = await db.Set<CrossingWatch>()
            .FromSql($"SELECT * FROM crossing_watches WHERE due_on < {today} ORDER BY due_on LIMIT {Page} FOR UPDATE SKIP LOCKED").OrderBy(w => w.DueOn).ToListAsync(cancel);
        foreach (var watch in due)
            await missed.Look(watch, cancel);
        return due.Count;
    }
}
