using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Reintegration.Cases;

/// <summary>Puts cases in order anew when the day has come on which their place is another one although nothing was recorded.</summary>
sealed class TriageRounds(NpgsqlDataSource database, OwnWork work, TimeProvider clock, ILogger<TriageRounds> log) : TimedRounds(database, Lock, Every, log)
{
    const int Page = 200;
    const long Lock = 0x474D535F54524941;    // "GMS_TRIA"

    /// <summary>Of the six countries the one whose days begin last: the day has come everywhere.</summary>
    const string LastToBegin = "MM";

    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task Round(CancellationToken cancel)
    {
        while (await OrderSome(cancel) == Page)
        {
        }
    }

    async Task<int> OrderSome(CancellationToken cancel)
    {
        await using var scope = work.Begin("cases-ordered-by-the-day", Purpose.Reintegration, "service:reintegration", "");
        var db = scope.ServiceProvider.GetRequiredService<ReintegrationDb>();
        var intake = scope.ServiceProvider.GetRequiredService<CaseIntake>();
        var today = clock.TodayIn(LastToBegin);
        await db.Begin(cancel);
        var ids = await db.Database.SqlQuery<Guid>(
            $"""SELECT id AS "Value" FROM cases WHERE state <> 'Closed' AND triage_changes_on <= {today} ORDER BY triage_changes_on LIMIT {Page} FOR UPDATE SKIP LOCKED""").ToListAsync(cancel);
        if (ids.Count == 0)
            return 0;
        foreach (var held in await db.Cases.Include(c => c.Signs).Where(c => ids.Contains(c.Id)).OrderBy(c => c.Id).ToListAsync(cancel))
            await intake.OrderAnew(held, cancel);
        await db.Commit(cancel);
        return ids.Count;
    }
}
