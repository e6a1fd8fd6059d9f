using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Gms.Local;
using Gms.Local.Demo;
using Npgsql;

namespace Gms.Bench.Peak;

/// <summary>
/// The peak: the most that callers who wait get through, so many applications offered at that rate, which tells the highest rate held; the times at 70 % of
/// what was held; three times that rate for a minute; then every receipt is reconciled.
/// </summary>
sealed class PeakRun(LocalSystem system, StateFolder state, int count)
{
    const int InFlight = 192;
    const double OverloadFactor = 3;
    const int WholePeak = 90_000;

    readonly ClientLog _log = new();
    readonly List<Figure> _figures = [];

    public async Task<IReadOnlyList<Figure>> Measure(CancellationToken cancel)
    {
        var cluster = new Cluster(system);
        await Tell("Starting a private system", async () =>
        {
            await system.Start(Steps.Silent, cancel);
            await system["Access"].RunVerb("demonstration", cancel);
        });
        using var offices = new Offices(system);
        var data = new DemonstrationData(offices);
        await data.Load(cancel);
        ReadyWorker template = null!;
        await Tell("One worker through every call", async () => template = (await new Population(offices, data).ReadyToDepart(20, cancel)).First());

        var warm = Math.Clamp(count, 500, 6000);
        var closed = Math.Max(1000, count / 8);
        var calm = Math.Max(1000, count / 8);
        IReadOnlyList<Applicant> all = [];
        await Tell($"{count} workers ready to depart", async () => all = await new Applicants(system, offices, template).Make(count, cancel));
        using var client = new Client(system, offices);

        double most = 0;
        await Tell("Warming up", () => Waiting(client, Of(all, warm), cancel));
        await Tell("Callers who wait", async () => most = await Waiting(client, Of(all, closed), cancel));
        _figures.Add(new($"RegisterDeparture, {InFlight} callers who wait", "per second", most) { Goal = 500, Note = "Events and timelines are written meanwhile; one application in ten is an exception." });

        Offered calmly = null!, peak = null!, over = null!;
        var cpu = new CpuTime(system);
        cpu.Begin();
        await Tell($"Open loop, {count} applications", async () => peak = await OpenLoop.Run(client, _log, Of(all, count), most, cancel));
        _figures.Add(Shown($"Open loop, {count} applications as fast as was held", peak, "applications per second") with { Goal = 500, Note = Told(peak) });
        var taken = cpu.Taken();
        var each = taken.Values.Sum() / count;
        _figures.Add(new("Processor time of one departure, all parts", "ms", each)
        {
            Beside = taken.OrderByDescending(t => t.Value).ToDictionary(t => t.Key, t => new Side(t.Value / count)),
            Note = string.Create(CultureInfo.InvariantCulture, $"With its events, its timeline and the generator; {Environment.ProcessorCount * 1000 / each:0} a second when nothing else runs on {Environment.ProcessorCount} cores."),
        });

        // The most that callers who wait get through is more than is held for long: 70 % of it would be above what was held.
        await Tell("Open loop at 70 % of what was held", async () => calmly = await OpenLoop.Run(client, _log, Of(all, calm), 0.7 * peak.PerSecond, cancel));
        _figures.Add(Shown("Open loop at 70 % of that", calmly, "applications per second") with { Note = $"The goal is p99 at most 200 ms, from the scheduled time. {Told(calmly)}" });

        var seconds = Math.Max(5, 60.0 * Math.Min(1, (double)count / WholePeak));
        await Tell("Three times that rate", async () => over = await OpenLoop.Run(client, _log, Of(all, (int)(OverloadFactor * peak.PerSecond * seconds)), OverloadFactor * peak.PerSecond, cancel));
        _figures.Add(Shown($"Three times that rate for {seconds:0} s, until the last was taken", over, "applications per second") with
        {
            Note = $"{over.Entries.Count} applications offered in {over.For.TotalSeconds:0} s; {over.RefusedAtFirst} of them were refused with RetryInfo, {over.Refusals} times in all, and came back. {Told(over)}",
        });
        await Reconcile(cancel);
        await PgBenchBeside(cluster, [.. all.Take(200).Select(a => a.WorkerNumber)], peak.PerSecond, cancel);
        return _figures;
    }

    async Task Reconcile(CancellationToken cancel)
    {
        Reconciliation found = null!;
        await Tell("Reconciling every receipt", async () => found = await Reconciliation.Of(system, _log, cancel));
        _figures.Add(new("Receipts lost", "of the client's own log", found.Lost) { Goal = 0, Note = $"{found.Sent} sent, {found.Answered} answered, {found.Double} double, {found.OtherThanExpected} decided otherwise than expected; {found.DecidedAgain} were held for a part that did not answer in time, and decided when it did." });
        _figures.Add(new("Receipts double", "of the client's own log", found.Double) { Goal = 0, Note = $"{found.Cleared} cleared, {found.Refused} refused, {found.HeldForAnOfficer} in the officers' queue." });
        _figures.Add(new("Departures whose events are not on the timeline", "departures", found.EventsMissing) { Goal = 0 });
        if (!found.IsWhole)
            throw new CannotGoOnException($"The receipts do not match: {found}.");
    }

    async Task PgBenchBeside(Cluster cluster, string[] workers, double held, CancellationToken cancel)
    {
        var registry = cluster.App(await cluster.Copy("registry", cancel), "registry");
        await using var source = NpgsqlDataSource.Create(registry);
        var pgbench = new PgBench(state, registry, PgBench.DepartureScript(workers, await Payload.Of(source)));
        Round round = null!;
        await Tell("pgbench", async () => round = await pgbench.Run(64, TimeSpan.FromSeconds(5), cancel));
        _figures.Add(new("Highest rate held beside pgbench", "per second", held)
        {
            Beside = new Dictionary<string, Side> { ["the SQL of Registry for one departure at a time, pgbench with 64 clients, nothing else running"] = new(round.PerSecond, Ratio: held / round.PerSecond) },
            Ratio = held / round.PerSecond,
        });
    }

    /// <summary>So many callers, each of whom waits for its answer; how many a second.</summary>
    async Task<double> Waiting(Client client, Sending[] sendings, CancellationToken cancel)
    {
        var queue = new ConcurrentQueue<Sending>(sendings);
        var begun = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(async _ =>
        {
            while (!cancel.IsCancellationRequested && queue.TryDequeue(out var sending))
                await client.Send(_log.Begin(sending), Stopwatch.GetTimestamp());
        }));
        return sendings.Length / Stopwatch.GetElapsedTime(begun).TotalSeconds;
    }

    /// <summary>New applications of these workers, in turn.</summary>
    static Sending[] Of(IReadOnlyList<Applicant> all, int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Sending(all[i % all.Count], Population.NewId(), ByAgency: i % 2 == 1))];

    static Figure Shown(string name, Offered offered, string unit) => new(name, unit, offered.PerSecond)
    {
        P50Ms = offered.Ms(0.5),
        P95Ms = offered.Ms(0.95),
        P99Ms = offered.Ms(0.99),
    };

    static string Told(Offered offered) => string.Create(CultureInfo.InvariantCulture,
        $"Offered at {offered.Entries.Count / offered.For.TotalSeconds:0} a second, {offered.RefusedAtFirst} refused at first, {offered.Failures} calls failed; the generator was at most {offered.LatestMs:0} ms late.");

    /// <summary>Progress goes to the second stream: the first is for the figures.</summary>
    static async Task Tell(string what, Func<Task> work)
    {
        var started = Stopwatch.GetTimestamp();
        await work();
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what} ({Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s)"));
    }
}
