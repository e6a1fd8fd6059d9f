using System.Globalization;
using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.DepartureOrientation.Arrivals;

/// <summary>Tells the office of the country arrived in of each worker whose last day for orientation has passed.</summary>
sealed class LateOrientations(NpgsqlDataSource database, OwnWork work, ArrivalDeadlines deadlines, TimeProvider clock, ILogger<LateOrientations> log)
    : DueRounds<DepartureOrientationDb>(database, Lock, "late-orientations-looked-at", Purpose.Orientation, work, clock, log)
{
    const long Lock = 0x474D535F41525256;    // "GMS_ARRV"

    static readonly string[] Decisions = ["INVITED", "ORIENTED_ELSEWHERE", "NOT_NEEDED"];

    protected override async Task<int> TakeSome(DepartureOrientationDb db, IServiceProvider services, DateOnly today, CancellationToken cancel)
    {
        var due = await db.ArrivalWatches.FromSql($"SELECT * FROM arrival_watches WHERE due_on < {today} ORDER BY due_on LIMIT {Page} FOR UPDATE SKIP LOCKED").OrderBy(w => w.DueOn).ToListAsync(cancel);
        foreach (var watch in due)
        {
            db.Remove(watch);
            db.OpenWorkItem(Late(watch));
        }
        return due.Count;
    }

    WorkItem Late(ArrivalWatch watch)
    {
        var deadline = deadlines.Of(watch.Country, watch.ArrivedOn);
        return new()
        {
            Kind = PostArrival.Kind,
            Key = $"{PostArrival.Key(watch.WorkerNumber, watch.Country)}{watch.CrossingId:N}",
            Country = watch.Country,
            Subjects = [watch.WorkerNumber],
            Facts = new Dictionary<string, string>
            {
                ["crossing_id"] = watch.CrossingId.ToString(),
                ["arrived_on"] = watch.ArrivedOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["due_on"] = watch.DueOn.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                ["days"] = deadline.Days.ToString(CultureInfo.InvariantCulture),
                ["source"] = deadline.Source,
                ["confidence"] = deadline.Confidence.ToString(),
            },
            Decisions = Decisions,
            OpenedAt = Clock.GetUtcNow(),
            DueOn = watch.DueOn,
        };
    }
}
