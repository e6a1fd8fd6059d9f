using System.Globalization;
using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.DepartureOrientation.ActionPlans;

/// <summary>Tells an officer of each measure whose last day has passed everywhere and that is neither done nor dropped.</summary>
sealed class OverdueMeasures(NpgsqlDataSource database, OwnWork work, TimeProvider clock, ILogger<OverdueMeasures> log)
    : DueRounds<DepartureOrientationDb>(database, Lock, "overdue-measures-looked-at", Purpose.Orientation, work, clock, log)
{
    const long Lock = 0x474D534D45415355;    // "GMSMEASU"

    static readonly string[] Decisions = ["DONE", "MORE_TIME", "NOT_NEEDED"];

    protected override async Task<int> TakeSome(DepartureOrientationDb db, IServiceProvider services, DateOnly today, CancellationToken cancel)
    {
        // Told once for each way it stands: another last day, or one that was done and is not, is told again.
        var due = await db.Measures
            .FromSql($"SELECT *, xmin FROM measures WHERE state IN ('Planned', 'InProgress') AND due_on < {today} AND told_step IS DISTINCT FROM version ORDER BY due_on, id LIMIT {Page} FOR UPDATE SKIP LOCKED")
            .OrderBy(m => m.DueOn).ThenBy(m => m.Id).IgnoreAutoIncludes().ToListAsync(cancel);
        foreach (var measure in due)
        {
            measure.Tell();
            db.OpenWorkItem(Overdue(measure));
        }
        return due.Count;
    }

    WorkItem Overdue(Measure measure) => new()
    {
        Kind = "MEASURE_OVERDUE",
        Key = string.Create(CultureInfo.InvariantCulture, $"{measure.Key}{measure.Version}"),
        Country = measure.Country,
        Subjects = [],
        Facts = new Dictionary<string, string>
        {
            ["measure_id"] = measure.Id.ToString(),
            ["plan_id"] = measure.PlanId.ToString(),
            ["owner"] = measure.Owner,
            ["due_on"] = measure.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        },
        Decisions = Decisions,
        OpenedAt = Clock.GetUtcNow(),
        DueOn = measure.DueOn,
    };
}
