using System.Diagnostics;
using System.Globalization;
using Gms.Local;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Npgsql;

namespace Gms.Bench.Members;

/// <summary>Coverage checks among ten thousand members, then among as many as are asked for: rates, times, and what an office's list comes to.</summary>
sealed class CoverageRun(string checkout, int members)
{
    const int Small = 10_000;
    const int Accounts = 1000;
    const int InFlight = 64;
    const int ListStreams = 3;
    const int InAPiece = 1000;

    static readonly TimeSpan Window = TimeSpan.FromSeconds(4);

    readonly StateFolder _state = new(Path.Combine(checkout, ".local", "bench"));
    readonly List<Figure> _figures = [];
    readonly Dictionary<int, double> _rates = [];

    public async Task<Report> Run(CancellationToken cancel)
    {
        var (startedAt, clock) = (DateTimeOffset.UtcNow, Stopwatch.StartNew());
        var machine = new Machine(Environment.ProcessorCount, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000} MB", double.Parse((await File.ReadAllTextAsync("/proc/loadavg", cancel)).Split(' ')[0], CultureInfo.InvariantCulture));
        await Empty(cancel);
        var system = new LocalSystem(checkout, _state.Root, ["Access", "SocialSecurity"]);
        try
        {
            await Tell("Starting Access and SocialSecurity", () => system.Start(Steps.Silent, cancel));
            await Measure(system, cancel);
        }
        finally
        {
            await Tell("Stopping", () => system.Stop(Steps.Silent, CancellationToken.None));
        }
        await Empty(cancel);
        return new(machine, _figures, startedAt, clock.Elapsed.TotalSeconds);
    }

    async Task Measure(LocalSystem system, CancellationToken cancel)
    {
        var cluster = new Cluster(system);
        var table = new MemberTable(new NpgsqlConnectionStringBuilder(system.Postgres.AdminConnectionString) { Database = "social_security" }.ConnectionString);
        await cluster.Run("social_security", "CREATE TABLE bench_audit (LIKE audit INCLUDING ALL); GRANT INSERT, SELECT ON bench_audit TO social_security_app", cancel);
        var tokens = new Tokens(_state.PrivateFolder("keys"), system["Access"].Web!.GetLeftPart(UriPartial.Authority), Accounts);
        using var baseline = await BaselineProcess.Start("", cluster.App("social_security", "social_security"), cancel);
        using var toService = GrpcChannel.ForAddress(system["SocialSecurity"].Grpc!);
        using var toBaseline = GrpcChannel.ForAddress(baseline.Address);
        var service = new Coverage.CoverageClient(toService);
        var same = new V1.CoverageBaseline.CoverageBaselineClient(toBaseline);

        foreach (var count in new[] { Small, members }.Distinct())
        {
            await Tell($"{count} members", () => table.Grow(count, cancel));
            var calls = Calls(table, service, same, tokens);
            var pgbench = new PgBench(_state, cluster.App("social_security", "social_security"), Script(table));
            Way[] ways = [.. calls.Select(call => new Way(call.Name, (n, window) => Load.Run(n, window, call.Once))), new("same SQL, pgbench", (n, window) => pgbench.Run(n, window, cancel))];
            await Tell("Warming up", async () =>
            {
                foreach (var way in ways)
                    await way.Run(InFlight, Window);
            });
            await Rates(table, ways, cancel);
            await Times(calls, table);
            await Lists(table, service, tokens, cancel);
        }
        if (members != Small)
            _figures.Add(new($"CheckCoverage among {Small} beside among {members}", "times as fast", _rates[Small] / _rates[members]) { Goal = 1.3, Note = "At most." });
    }

    static (string Name, Func<Task<bool>> Once)[] Calls(MemberTable table, Coverage.CoverageClient service, V1.CoverageBaseline.CoverageBaselineClient same, Tokens tokens)
    {
        long Any() => Random.Shared.NextInt64(table.Count);
        return
        [
            ("CheckCoverage", async () => (await service.CheckCoverageAsync(Question(MemberTable.Number(Any())), tokens.Any)).Branches.Count > 0),
            ("same SQL, empty gRPC method", async () => (await same.CheckCoverageAsync(new() { WorkerNumber = MemberTable.Number(Any()) }, tokens.Any)).Rows > 0),
            ("simplest SQL, empty gRPC method", async () => (await same.PlainCoverageAsync(new() { WorkerNumber = MemberTable.Number(Any()) }, tokens.Any)).Rows > 0),
            ("one row by its key, empty gRPC method", async () => (await same.OneRowAsync(new() { Id = MemberTable.Id(Any()).ToString() }, tokens.Any)).Rows > 0),
        ];
    }

    async Task Rates(MemberTable table, Way[] ways, CancellationToken cancel)
    {
        var size = await table.Size(cancel);
        await Tell($"CheckCoverage among {table.Count}", async () =>
        {
            var figure = await Comparison.Of($"CheckCoverage among {table.Count} members", InFlight, ways, goal: 0.7, string.Create(CultureInfo.InvariantCulture,
                $"{size:0.00} GB with {(table.HasConstraints ? "all" : "all but the exclusion constraints'")} indexes. Random members of the whole table, {Accounts} accounts; the goal beside one row by its key is 0.4. pgbench asks for 2000 members of the table."));
            _figures.Add(figure);
            _rates[table.Count] = figure.Value;
        });
    }

    /// <summary>Each side at 70 % of its own most.</summary>
    async Task Times((string Name, Func<Task<bool>> Once)[] ways, MemberTable table)
    {
        var most = _figures[^1];
        var times = new Dictionary<string, Round>();
        await Tell("Times at 70 %", async () =>
        {
            foreach (var ((name, once), rate) in new[] { (ways[0], most.Value), (ways[1], most.Beside[ways[1].Name].Value) })
            {
                var rounds = new List<Round>();
                for (var i = 0; i < 3; i++)
                    rounds.Add(await Rate.At(0.7 * rate, Window, once));
                times[name] = new(rounds.Average(r => r.PerSecond), [.. rounds.SelectMany(r => r.Milliseconds)]);
            }
        });
        var (ours, theirs) = (times[ways[0].Name].Milliseconds, times[ways[1].Name].Milliseconds);
        _figures.Add(new($"CheckCoverage among {table.Count} members at 70 % of its most", "ms, the 99th of 100", ours.Percentile(0.99))
        {
            P50Ms = ours.Percentile(0.5),
            P95Ms = ours.Percentile(0.95),
            P99Ms = ours.Percentile(0.99),
            Beside = new Dictionary<string, Side> { [$"{ways[1].Name} at 70 % of its own most"] = new(theirs.Percentile(0.99), null, theirs.Percentile(0.5), theirs.Percentile(0.95), theirs.Percentile(0.99), ours.Percentile(0.99) / theirs.Percentile(0.99)) },
            Ratio = ours.Percentile(0.99) / theirs.Percentile(0.99),
            Goal = 3,
            Note = $"Open loop: from the scheduled time. Offered {times[ways[0].Name].PerSecond:0} and {times[ways[1].Name].PerSecond:0} a second. The goal is at most.",
        });
    }

    async Task Lists(MemberTable table, Coverage.CoverageClient service, Tokens tokens, CancellationToken cancel)
    {
        var rounds = new List<double>();
        await Tell("An office's list", async () =>
        {
            for (var i = 0; i < 3; i++)
                rounds.Add(await ListRound(table, service, tokens, cancel));
        });
        _figures.Add(new($"CheckCoverageList among {table.Count} members, {ListStreams} lists at once", "checks per second", rounds.Median())
        {
            Range = [rounds.Min(), rounds.Max()],
            Goal = 20_000,
            Note = $"Random members in pieces of {InAPiece}; each disclosed before its answer left.",
        });
    }

    static async Task<double> ListRound(MemberTable table, Coverage.CoverageClient service, Tokens tokens, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        var answered = await Task.WhenAll(Enumerable.Range(0, ListStreams).Select(_ => Task.Run(async () =>
        {
            using var list = service.CheckCoverageList(tokens.Any, cancellationToken: cancel);
            var asking = Task.Run(async () =>
            {
                while (Stopwatch.GetElapsedTime(started) < Window)
                    await list.RequestStream.WriteAsync(Piece(table), cancel);
                await list.RequestStream.CompleteAsync();
            }, cancel);
            var count = 0;
            await foreach (var answer in list.ResponseStream.ReadAllAsync(cancel))
                count += answer.Answers.Count(a => a.Branches.Count > 0);
            await asking;
            return count;
        }, cancel)));
        return answered.Sum() / Stopwatch.GetElapsedTime(started).TotalSeconds;
    }

    static CheckCoverageListRequest Piece(MemberTable table) => new()
    {
        Country = "TH",
        Day = Today,
        EmploymentType = "FORMAL",
        Channel = "MOU_S59",
        Nationality = "LA",
        WorkerNumbers = { Enumerable.Range(0, InAPiece).Select(_ => MemberTable.Number(Random.Shared.NextInt64(table.Count))) },
    };

    static CheckCoverageRequest Question(string number) => new() { WorkerNumber = number, Country = "TH", Day = Today, EmploymentType = "FORMAL", Channel = "MOU_S59", Nationality = "LA" };

    static Date Today { get; } = Population.Day(DateTimeOffset.UtcNow);

    static string Script(MemberTable table)
    {
        var some = Enumerable.Range(0, 2000).Select(_ => Sql.Text(MemberTable.Number(Random.Shared.NextInt64(table.Count))));
        var member = $"(ARRAY[{string.Join(',', some)}])[:member::int]";
        return "\\set member random(1, 2000)\n\\startpipeline\n"
            + Sql.With(Sql.CoverageOfMany, $"ARRAY[{member}]")
            + Sql.With(Sql.AuditBeside, "gen_random_uuid()", "'read'", "'coverage-checked'", Sql.Text(Sql.CheckCoverageCall), "'social-security'", member, "'coverage'")
            + "\\endpipeline\n";
    }

    static async Task Tell(string what, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what} ({Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)"));
    }

    async Task Empty(CancellationToken cancel)
    {
        if (!_state.IsOurs)
            return;
        await OwnedProcess.KillAll(_state, cancel);
        Directory.Delete(_state.Root, recursive: true);
    }
}
