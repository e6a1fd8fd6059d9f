using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Statistics;

public sealed class RebuildFlowsTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    const int Workers = 10;
    const int Told = 120;

    static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly string[] Countries = ["LA", "TH", "MM"];

    readonly Proto.Statistics.StatisticsClient _administrator = new(host.Host.As(Who.Is(Role.Administrator, null)));

    Proto.Crossings.CrossingsClient Post(string country) => new(host.Host.As(Who.Is(Role.BorderOfficer, country)));

    Task<long> Rebuild() => _administrator.RebuildFlowsAsync(new() { RequestId = Guid.NewGuid().ToString() }).ResponseAsync.ContinueWith(r => r.Result.Movements, TaskScheduler.Default);

    /// <summary>The sums that are read, whatever their shards; what adds up to nothing is nothing.</summary>
    Task<List<string>> Sums() => host.Host.Db(db => db.Database.SqlQuery<string>(
        $"""
        SELECT concat_ws(' ', measure, month, origin, destination, channel, sex, age_group, province, sector, occupation, sum(n)) AS "Value"
        FROM flow_counts JOIN flow_builds USING (generation) WHERE state = 'Current'
        GROUP BY measure, month, origin, destination, channel, sex, age_group, province, sector, occupation HAVING sum(n) <> 0
        """).ToListAsync());

    async Task<List<string>> Enrolled()
    {
        var workers = new List<string>();
        for (var i = 0; i < Workers; i++)
            workers.Add(await host.Enrolled());
        return workers;
    }

    Proto.Returns.ReturnsClient Returns() => new(host.Host.As(Who.Is(Role.ReintegrationCounsellor, "LA")));

    /// <summary>Tells a crossing or a return at random: in no order, some of them twice, which is refused.</summary>
    async Task Tell(Random random, List<string> workers)
    {
        var (worker, country, at) = (workers[random.Next(workers.Count)], Countries[random.Next(Countries.Length)], Timestamp.FromDateTimeOffset(Start.AddHours(random.Next(300 * 24))));
        try
        {
            if (random.Next(8) == 0)
                await Returns().RecordReturnAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, From = random.Next(2) == 0 ? "TH" : "MM", To = "LA", Reason = "END_CONTRACT", ReturnedOn = at.ToDateTimeOffset().DayIn("LA").ToProto() });
            else if (random.Next(2) == 0)
                await Post(country).RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, Country = country, CrossedAt = at });
            else
                await Post(country).RecordArrivalAsync(new() { RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, Country = country, CrossedAt = at });
        }
        catch (Grpc.Core.RpcException twice) when (twice.Problems().Single().Code is "CROSSING_TWICE" or "RETURN_TWICE")
        {
            // It counts once.
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task What_is_kept_is_what_is_added_up_anew_after_any_history(int seed)
    {
        var random = new Random(seed);
        var workers = await Enrolled();
        for (var i = 0; i < Told; i++)
            await Tell(random, workers);
        var kept = await Sums();

        Assert.True(await Rebuild() > 0);

        Assert.Equal(kept.Order(), (await Sums()).Order());
        Assert.NotEmpty(kept);
    }

    [Fact]
    public async Task A_rebuild_beside_posts_that_record_loses_and_doubles_nothing()
    {
        var workers = await Enrolled();
        var telling = Enumerable.Range(0, 4).Select(async seed =>
        {
            var random = new Random(seed);
            for (var i = 0; i < Told / 4; i++)
                await Tell(random, workers);
        }).ToList();
        while (telling.Exists(t => !t.IsCompleted))
            await Rebuild();
        await Task.WhenAll(telling);
        var kept = await Sums();

        await Rebuild();

        Assert.Equal(kept.Order(), (await Sums()).Order());
    }

    [Theory]
    [InlineData(1, 20)]
    [InlineData(7, 7)]
    public async Task Two_numbers_that_are_one_person_are_one_in_the_stock_until_they_are_parted(int firstDay, int secondDay)
    {
        var (one, other) = (await host.Enrolled(), await host.Enrolled());
        Task Arrive(string worker, int day) => Post("TH").RecordArrivalAsync(new()
        {
            RequestId = Guid.NewGuid().ToString(), WorkerNumber = worker, Country = "TH", CrossedAt = Timestamp.FromDateTimeOffset(Start.AddDays(day)),
        }).ResponseAsync;
        Task<long> Stock() => host.Host.Db(db => db.Database.SqlQuery<long>(
            $"""
            SELECT coalesce(sum(CASE measure WHEN 'StockIn' THEN m.n ELSE -m.n END), 0)::bigint AS "Value" FROM movements m JOIN crossings c ON c.id = m.record_id
            WHERE measure IN ('StockIn', 'StockOut') AND worker_number IN ({one}, {other})
            """).SingleAsync());
        await Arrive(one, firstDay);
        await Arrive(other, secondDay);
        Assert.Equal(2, await Stock());

        var merges = new Proto.Merges.MergesClient(host.Host.As(DeparturesHost.Officer("LA")));
        var merged = await merges.MergeWorkersAsync(new() { RequestId = Guid.NewGuid().ToString(), Survivor = one, Absorbed = other, Reason = "a new passport", Evidence = "both seen" });
        Assert.Equal(1, await Stock());
        await merges.UnmergeWorkersAsync(new() { RequestId = Guid.NewGuid().ToString(), MergeId = merged.MergeId, Reason = "two sisters" });
        Assert.Equal(2, await Stock());

        var kept = await Sums();
        await Rebuild();
        Assert.Equal(kept.Order(), (await Sums()).Order());
    }

    [Fact]
    public async Task The_stock_is_those_who_arrived_last_abroad_whatever_the_order_in_which_it_was_told()
    {
        var random = new Random(3);
        var workers = await Enrolled();
        for (var i = 0; i < Told; i++)
            await Tell(random, workers);

        var crossings = await host.Host.Db(db => db.Crossings.AsNoTracking().ToListAsync());
        var returns = await host.Host.Db(db => db.Returns.AsNoTracking().ToListAsync());
        var there = crossings.Select(c => (c.WorkerNumber, Passage: Passage.Of(c.Id, c.Kind, c.Country, c.CrossedAt))).Concat(returns.Select(r => (r.WorkerNumber, Passage: Passage.Of(r))))
            .GroupBy(p => p.WorkerNumber, p => p.Passage).Select(own => Spells.InOrder(own, BorderPractice.Load().ClockSkew)).Where(order => order.Count > 0).Select(order => order[^1])
            .Where(last => last.Kind == PassageKind.Arrival && last.Country != "LA").GroupBy(last => last.Country).Select(g => $"{g.Key} {g.Count()}").Order();
        var counted = await host.Host.Db(db => db.Database.SqlQuery<string>(
            $"""
            SELECT destination || ' ' || sum(CASE measure WHEN 'StockIn' THEN n ELSE -n END) AS "Value" FROM flow_counts JOIN flow_builds USING (generation)
            WHERE state = 'Current' AND measure IN ('StockIn', 'StockOut') GROUP BY destination HAVING sum(CASE measure WHEN 'StockIn' THEN n ELSE -n END) <> 0
            """).ToListAsync());

        Assert.NotEmpty(counted);
        Assert.Equal(there, counted.Order());
    }
}
