using System.Diagnostics;
using System.Globalization;
using Gms.Bench.Members;
using Gms.Local;
using Gms.Recruitment.V1;
using Grpc.Net.Client;

namespace Gms.Bench.Agencies;

/// <summary>Verdicts on agencies: rates and times beside the same SQL and one row by its key.</summary>
sealed class AgencyRun(LocalSystem system, StateFolder state)
{
    const int Accounts = 1000;
    const int InFlight = 64;
    const int Agencies = 2000;

    static readonly TimeSpan Window = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<Figure>> Measure(CancellationToken cancel)
    {
        var cluster = new Cluster(system);
        await cluster.Run("recruitment", "CREATE TABLE bench_audit (LIKE audit INCLUDING ALL); GRANT INSERT, SELECT ON bench_audit TO recruitment_app", cancel);
        await cluster.Run("recruitment", AgencySql.Fill(Agencies), cancel);
        await cluster.Run("recruitment", "VACUUM ANALYZE", cancel);
        var tokens = new Tokens(state.PrivateFolder("keys"), system["Access"].Web!.GetLeftPart(UriPartial.Authority), Accounts, "inspector", "recruitment-verification");
        using var baseline = await BaselineProcess.Start(new Dictionary<string, string> { ["BENCH_RECRUITMENT"] = cluster.App("recruitment", "recruitment") }, cancel);
        using var toService = GrpcChannel.ForAddress(system["Recruitment"].Grpc!);
        using var toBaseline = GrpcChannel.ForAddress(baseline.Address);
        var service = new Compliance.ComplianceClient(toService);
        var same = new V1.AgencyBaseline.AgencyBaselineClient(toBaseline);

        (string Name, Func<Task<bool>> Once)[] calls =
        [
            ("VerifyAgency", async () => (await service.VerifyAgencyAsync(new() { AgencyId = Any() }, tokens.Any)).Checks.Count == 38),
            ("same SQL, empty gRPC method", async () => (await same.VerifyAgencyAsync(new() { Id = Any() }, tokens.Any)).Rows > 0),
            ("one row by its key, empty gRPC method", async () => (await same.OneRowAsync(new() { Id = Any() }, tokens.Any)).Rows > 0),
        ];
        var pgbench = new PgBench(state, cluster.App("recruitment", "recruitment"), AgencySql.Script(Agencies));
        Way[] ways = [.. calls.Select(call => new Way(call.Name, (n, window) => Load.Run(n, window, call.Once))), new("same SQL, pgbench", (n, window) => pgbench.Run(n, window, cancel))];
        foreach (var way in ways)
            await way.Run(InFlight, Window);
        var rate = await Comparison.Of("VerifyAgency", InFlight, ways, goal: 0.7, string.Create(CultureInfo.InvariantCulture,
            $"Random of {Agencies} agencies with two licences, six job orders, kept verdicts, complaints and two years of sums each; {Accounts} accounts; no answer is kept."));
        var beside = rate with { Name = "VerifyAgency beside one row by its key", Ratio = rate.Beside[calls[2].Name].Ratio, RatioRange = null, Goal = 0.4, Note = "The same rounds." };
        return [rate, beside, await Times(calls[0], rate.Value, calls[1], rate.Beside[calls[1].Name].Value)];
    }

    /// <summary>Each side at 70 % of its own most, on a schedule.</summary>
    static async Task<Figure> Times((string Name, Func<Task<bool>> Once) ours, double most, (string Name, Func<Task<bool>> Once) theirs, double theirMost)
    {
        var (a, b) = (new List<double>(), new List<double>());
        for (var i = 0; i < 3; i++)
        {
            a.AddRange((await Rate.At(0.7 * most, Window, ours.Once)).Milliseconds);
            b.AddRange((await Rate.At(0.7 * theirMost, Window, theirs.Once)).Milliseconds);
        }
        var ratio = a.Percentile(0.99) / b.Percentile(0.99);
        return new($"{ours.Name} at 70 % of its most", "ms, the 99th of 100", a.Percentile(0.99))
        {
            P50Ms = a.Percentile(0.5),
            P95Ms = a.Percentile(0.95),
            P99Ms = a.Percentile(0.99),
            Beside = new Dictionary<string, Side> { [$"{theirs.Name} at 70 % of its own most"] = new(b.Percentile(0.99), null, b.Percentile(0.5), b.Percentile(0.95), b.Percentile(0.99), ratio) },
            Ratio = ratio,
            Goal = 3,
            Note = "Open loop: from the scheduled time. The goal is at most.",
        };
    }

    static string Any() => AgencySql.IdOf(Random.Shared.Next(Agencies)).ToString();
}

/// <summary>The run of its own: Access and Recruitment alone.</summary>
sealed class AgencyRunAlone(string checkout)
{
    public async Task<Report> Run(CancellationToken cancel)
    {
        var (startedAt, clock, state) = (DateTimeOffset.UtcNow, Stopwatch.StartNew(), new StateFolder(Path.Combine(checkout, ".local", "bench")));
        var machine = new Machine(Environment.ProcessorCount, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000} MB", double.Parse((await File.ReadAllTextAsync("/proc/loadavg", cancel)).Split(' ')[0], CultureInfo.InvariantCulture));
        await Empty(state, cancel);
        var system = new LocalSystem(checkout, state.Root, ["Access", "Recruitment"]);
        IReadOnlyList<Figure> figures;
        try
        {
            await system.Start(Steps.Silent, cancel);
            figures = await new AgencyRun(system, state).Measure(cancel);
        }
        finally
        {
            await system.Stop(Steps.Silent, CancellationToken.None);
        }
        await Empty(state, cancel);
        return new(machine, figures, startedAt, clock.Elapsed.TotalSeconds);
    }

    static async Task Empty(StateFolder state, CancellationToken cancel)
    {
        if (!state.IsOurs)
            return;
        await OwnedProcess.KillAll(state, cancel);
        Directory.Delete(state.Root, recursive: true);
    }
}
