using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Gms.SocialSecurity.V1;
using Grpc.Core;
using Grpc.Net.Client;
using Npgsql;

namespace Gms.Bench;

/// <summary>The run: a private system is started, filled, measured and stopped.</summary>
sealed class Measurements(string checkout, int? peak = null)
{
    const int MembersCount = 200;
    const int ReadyCount = 1000;
    const int CalmEvents = 300;

    static readonly int[] InFlight = [16, 64];

    readonly StateFolder _state = new(Path.Combine(checkout, ".local", "bench"));
    readonly List<Figure> _figures = [];
    int _notCleared;

    public async Task<Report> Run(CancellationToken cancel)
    {
        var startedAt = DateTimeOffset.UtcNow;
        var clock = Stopwatch.StartNew();
        var machine = new Machine(Environment.ProcessorCount, $"{ProcValue("/proc/meminfo", "MemTotal") / 1024} MB", double.Parse((await File.ReadAllTextAsync("/proc/loadavg", cancel)).Split(' ')[0], CultureInfo.InvariantCulture));
        await Empty(cancel);

        var system = new LocalSystem(checkout, _state.Root);
        try
        {
            if (peak is { } count)
                _figures.AddRange(await new Peak.PeakRun(system, _state, count).Measure(cancel));
            else
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
        await Tell("Starting a private system", async () =>
        {
            await cluster.KeepCommitTimes(cancel);
            await system.Start(Steps.Silent, cancel);
            await system["Access"].RunVerb("demonstration", cancel);
        });
        using var offices = new Offices(system);
        var data = new DemonstrationData(offices);
        await data.Load(cancel);

        var population = new Population(offices, data);
        string[] members = [];
        ConcurrentQueue<ReadyWorker> ready = [];
        await Tell($"{MembersCount} members, up to {ReadyCount} workers ready to depart", async () =>
        {
            members = await population.Members(MembersCount, cancel);
            await cluster.Run("social_security", "UPDATE memberships SET paid_months = '{[2025-01-01,2025-11-01)}'", cancel);
            ready = await population.ReadyToDepart(ReadyCount, cancel);
        });

        using var channels = new Channels();
        await Departed(system, channels, offices, ready, inFlight: 8, TimeSpan.FromSeconds(3));

        var registry = cluster.App(await cluster.Copy("registry", cancel), "registry");
        var socialSecurity = cluster.App(await cluster.Copy("social_security", cancel), "social_security");
        using var baseline = await BaselineProcess.Start(registry, socialSecurity, cancel);
        await Coverage(system, channels, offices, baseline, members, socialSecurity, cancel);
        await Departures(system, channels, offices, baseline, members, ready, registry, cluster, cancel);
        await Tell("VerifyAgency", async () => _figures.AddRange(await new Agencies.AgencyRun(system, _state).Measure(cancel)));
        await Timeline(population, cluster, registry, cancel);
        var intake = new Intake(system, offices);
        await Tell("ImportWorkers with the duplicate check", async () => _figures.Add(await intake.Measure(isChecked: true, goal: 5_000, cancel)));
        await Tell("ImportWorkers without it", async () => _figures.Add(await intake.Measure(isChecked: false, goal: 10_000, cancel)));
        await Tell("Duplicates among generated people, error rates doubled", () => Task.Run(() => _figures.Add(Found.Measure()), cancel));
        await Tell("Memory and start of each service", () => Processes(system, baseline, cancel));
    }

    async Task Coverage(LocalSystem system, Channels channels, Offices offices, BaselineProcess baseline, string[] members, string database, CancellationToken cancel)
    {
        var headers = await Headers(offices, Account.SocialSecurity("TH"), "social-security");
        var service = new Coverage.CoverageClient(channels.To(system["SocialSecurity"].Grpc!));
        var same = new V1.Baseline.BaselineClient(channels.To(baseline.Address));
        var today = Population.Day(DateTimeOffset.UtcNow);
        var pgbench = new PgBench(_state, database, PgBench.CoverageScript(members));
        Way[] ways =
        [
            new("CheckCoverage", (n, window) => Load.Run(n, window, async () =>
            {
                await service.CheckCoverageAsync(new() { WorkerNumber = Any(members), Country = "TH", Day = today, EmploymentType = "FORMAL", Channel = "MOU_S59", Nationality = "LA" }, headers);
                return true;
            })),
            new("same SQL, empty gRPC method", (n, window) => Load.Run(n, window, async () => (await same.CheckCoverageAsync(new() { WorkerNumber = Any(members) }, headers)).Rows > 0)),
            new("its query alone, empty gRPC method", (n, window) => Load.Run(n, window, async () => (await same.QueryCoverageAsync(new() { WorkerNumber = Any(members) }, headers)).Rows > 0)),
            new("same SQL, pgbench", (n, window) => pgbench.Run(n, window, cancel)),
        ];
        await WarmUp(ways);
        foreach (var n in InFlight)
            await Tell($"CheckCoverage, {n} in flight", async () => _figures.Add(await Comparison.Of("CheckCoverage", n, ways, goal: 0.7,
                $"Random of {members.Length} members. The SQL is the query and the disclosure's audit row, committed before the answer; the service writes the rows of calls that end together in one insert, the others each its own.")));
    }

    async Task Departures(LocalSystem system, Channels channels, Offices offices, BaselineProcess baseline, string[] members, ConcurrentQueue<ReadyWorker> ready, string database, Cluster cluster, CancellationToken cancel)
    {
        var headers = await Headers(offices, Account.Ministry("LA"), "departure-clearance");
        var same = new V1.Baseline.BaselineClient(channels.To(baseline.Address));
        await using var source = NpgsqlDataSource.Create(database);
        var pgbench = new PgBench(_state, database, PgBench.DepartureScript(members, await Payload.Of(source)));
        // Each round its own share, so that the last is not left with nothing.
        var share = ready.Count / (InFlight.Length * 3);
        Way[] others =
        [
            new("same SQL, empty gRPC method", (n, window) => Load.Run(n, window, async () => (await same.RegisterDepartureAsync(new() { WorkerNumber = Any(members) }, headers)).Rows > 0)),
            new("same SQL, pgbench", (n, window) => pgbench.Run(n, window, cancel)),
        ];
        await WarmUp(others);
        foreach (var n in InFlight)
        {
            var (from, notCleared) = (await cluster.Now(cancel), _notCleared);
            Way[] ways = [new("RegisterDeparture", (inFlight, window) => Departed(system, channels, offices, new(Taken(ready, share)), inFlight, window)), .. others];
            await Tell($"RegisterDeparture, {n} in flight", async () =>
            {
                var figure = await Comparison.Of("RegisterDeparture", n, ways, goal: null,
                    "The SQL is that of Registry alone; the call also asks three services, each of which reads and audits in its own database, and its two events go through the broker to the timeline meanwhile.");
                _figures.Add(_notCleared == notCleared ? figure : figure with { Note = $"{_notCleared - notCleared} were held, since a service answered too late. {figure.Note}" });
            });
            var to = await cluster.Now(cancel);
            _figures.Add(Lag($"From commit to timeline while departures are registered, {n} in flight", await cluster.ToTimeline(from, to, cancel), await Commit(database, n, cancel)));
        }
    }

    async Task Timeline(Population population, Cluster cluster, string database, CancellationToken cancel)
    {
        var from = await cluster.Now(cancel);
        await Tell("From commit to timeline, one at a time", async () =>
        {
            for (var i = 0; i < CalmEvents; i++)
                await population.Enrol();
        });
        _figures.Add(Lag("From commit to timeline, one enrolment at a time", await cluster.ToTimeline(from, await cluster.Now(cancel), cancel), await Commit(database, 1, cancel)));
    }

    Task<Round> Commit(string database, int inFlight, CancellationToken cancel) => new PgBench(_state, database, PgBench.CommitScript).Run(inFlight, TimeSpan.FromSeconds(1), cancel);

    async Task Processes(LocalSystem system, BaselineProcess baseline, CancellationToken cancel)
    {
        var (emptyStart, emptyMemory) = (baseline.StartTime.TotalMilliseconds, Memory(baseline.Id, "VmRSS"));
        foreach (var service in system.Services)
        {
            var pid = service.ProcessId!.Value;
            var (resident, most) = (Memory(pid, "VmRSS"), Memory(pid, "VmHWM"));
            _figures.Add(new($"Memory of {service.Service.Name} after the load", "MB resident", resident)
            {
                Beside = new Dictionary<string, Side> { ["process with the empty gRPC methods"] = new(emptyMemory, Ratio: resident / emptyMemory) },
                Ratio = resident / emptyMemory,
                Note = $"At most {most:0} MB.",
            });
        }
        foreach (var service in system.Services)
        {
            await service.Stop(cancel);
            var started = Stopwatch.GetTimestamp();
            service.Start();
            using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(10));
            while (!await service.IsHealthy(cancel) && Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(60))
                await look.WaitForNextTickAsync(cancel);
            var took = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            _figures.Add(new($"Start of {service.Service.Name}", "ms to SERVING", took)
            {
                Beside = new Dictionary<string, Side> { ["process with the empty gRPC methods"] = new(emptyStart, Ratio: took / emptyStart) },
                Ratio = took / emptyStart,
                Note = $"{Memory(service.ProcessId!.Value, "VmRSS"):0} MB resident then.",
            });
        }
    }

    /// <summary>Registers one departure for each worker of the queue, until the window ends.</summary>
    async Task<Round> Departed(LocalSystem system, Channels channels, Offices offices, ConcurrentQueue<ReadyWorker> ready, int inFlight, TimeSpan window)
    {
        var headers = await Headers(offices, Account.Ministry("LA"), "departure-clearance");
        var departures = new Gms.Registry.V1.Departures.DeparturesClient(channels.To(system["Registry"].Grpc!));
        var planned = Population.Day(DateTimeOffset.UtcNow.AddDays(5));
        return await Load.Run(inFlight, window, async () =>
        {
            if (!ready.TryDequeue(out var worker))
                return false;
            var answer = await departures.RegisterDepartureAsync(new()
            {
                RequestId = Population.NewId(),
                WorkerNumber = worker.WorkerNumber,
                ContractId = worker.ContractId,
                Channel = "MOU_S59",
                Checkpoint = "TH-LA-01",
                Origin = "LA",
                Destination = "TH",
                PlannedOn = planned,
                EmploymentType = "FORMAL",
            }, headers);
            if (answer.Departure.Status != DepartureStatus.Cleared)
                Interlocked.Increment(ref _notCleared);
            return true;
        });
    }

    static Figure Lag(string name, double[] times, Round commit)
    {
        var (median, one) = (times.Median(), commit.Milliseconds.Median());
        return new(name, "ms", median)
        {
            P50Ms = median,
            P95Ms = times.Percentile(0.95),
            P99Ms = times.Percentile(0.99),
            Beside = new Dictionary<string, Side> { ["one row committed by pgbench, ms"] = new(one, null, one, commit.Milliseconds.Percentile(0.95), commit.Milliseconds.Percentile(0.99), median / one) },
            Ratio = median / one,
            Note = $"{times.Length} events of Registry, by the cluster's own times of both commits{(times.Count(double.IsNaN) is > 0 and var lost ? $"; {lost} had not arrived after 30 s" : "")}.",
        };
    }

    static async Task WarmUp(IEnumerable<Way> ways)
    {
        foreach (var way in ways)
            await way.Run(16, TimeSpan.FromSeconds(2));
    }

    static IEnumerable<ReadyWorker> Taken(ConcurrentQueue<ReadyWorker> ready, int count)
    {
        for (var i = 0; i < count && ready.TryDequeue(out var worker); i++)
            yield return worker;
    }

    static async Task<Metadata> Headers(Offices offices, string account, string purpose) =>
        new() { { "authorization", "Bearer " + await offices.Token(account) }, { "gms-purpose", purpose } };

    static string Any(string[] members) => members[Random.Shared.Next(members.Length)];

    static double Memory(int pid, string which) => ProcValue($"/proc/{pid}/status", which) / 1024.0;

    static long ProcValue(string file, string name) =>
        long.Parse(File.ReadLines(file).Single(line => line.StartsWith(name + ":", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);

    /// <summary>Progress goes to the second stream: the first is for the figures.</summary>
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

    /// <summary>One connection to each server, used by all callers.</summary>
    sealed class Channels : IDisposable
    {
        readonly ConcurrentDictionary<Uri, GrpcChannel> _open = new();

        public GrpcChannel To(Uri address) => _open.GetOrAdd(address, a => GrpcChannel.ForAddress(a));

        public void Dispose()
        {
            foreach (var channel in _open.Values)
                channel.Dispose();
        }
    }
}
