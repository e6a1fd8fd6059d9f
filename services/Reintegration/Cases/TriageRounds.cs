using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Reintegration.Cases;

/// <summary>Puts cases in order anew when the day has come on which their place is another one although nothing was recorded.</summary>
sealed class TriageRounds(NpgsqlDataSource database, OwnWork work, TimeProvider clock, ILogger<TriageRounds> log)
    : DueRounds<ReintegrationDb>(database, Lock, "cases-ordered-by-the-day", Purpose.Reintegration, work, clock, log)
{
    const long Lock = 0x474D535F54524941;    // "GMS_TRIA"

    protected override int Page => 200;

    protected override async Task<int> TakeSome(ReintegrationDb db, IServiceProvider services, DateOnly today, CancellationToken cancel)
    {
        var intake = services.GetRequiredService<CaseIntake>();
        var ids = await db.Database.SqlQuery<Guid>(
            $"""SELECT id AS "Value" FROM cases WHERE state <> 'Closed' AND triage_changes_on <= {today} ORDER BY triage_changes_on LIMIT {Page} FOR UPDATE SKIP LOCKED""").ToListAsync(cancel);
        if (ids.Count == 0)
            return 0;
        foreach (var held in await db.Cases.Include(c => c.Signs).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancel))
            await intake.OrderAnew(held, cancel);
        return ids.Count;
    }
}
