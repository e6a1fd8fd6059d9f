using System.Globalization;
using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.DepartureOrientation.Arrivals;

/// <summary>Tells the office of the country arrived in of each worker whose last day for orientation has passed.</summary>
sealed class LateOrientations(NpgsqlDataSource database, OwnWork work, ArrivalDeadlines deadlines, TimeProvider clock, ILogger<LateOrientations> log) : TimedRounds(database, Lock, Every, log)
{
    const int Page = 50;
    const long Lock = 0x474D535F41525256;    // "GMS_ARRV"

    /// <summary>Of the six countries the one whose days end last.</summary>
    const string LastToEnd = "MM";

    static readonly string[] Decisions = ["INVITED", "ORIENTED_ELSEWHERE", "NOT_NEEDED"];

    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task Round(CancellationToken cancel)
    {
        while (await LookAtSome(cancel) == Page)
        {
        }
    }

    async Task<int> LookAtSome(CancellationToken cancel)
    {
        await using var scope = work.Begin("late-orientations-looked-at", Purpose.Orientation, "service:departure-orientation", "");
        var db = scope.ServiceProvider.GetRequiredService<DepartureOrientationDb>();
        var today = clock.TodayIn(LastToEnd);
        await db.Begin(cancel);
        var due = await db.ArrivalWatches.FromSql($"SELECT * FROM arrival_watches WHERE due_on < {today} ORDER BY due_on LIMIT {Page} FOR UPDATE SKIP LOCKED").ToListAsync(cancel);
        if (due.Count == 0)
            return 0;
        foreach (var watch in due)
        {
            db.Remove(watch);
            db.OpenWorkItem(Late(watch));
        }
        await db.Commit(cancel);
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
            OpenedAt = clock.GetUtcNow(),
            DueOn = watch.DueOn,
        };
    }
}
