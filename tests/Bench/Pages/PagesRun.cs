using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Gms.Bench.Members;
using Gms.Bench.Peak;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Npgsql;

namespace Gms.Bench.Pages;

/// <summary>Fifty people click through the main pages of the Portal, with so many workers on record: what the server takes for each page.</summary>
sealed class PagesRun(string checkout, int workers)
{
    const int Users = 50, Queued = 200, Cases = 200;
    const double GoalMs = 100;

    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10), Window = TimeSpan.FromSeconds(60);

    /// <summary>Between two clicks one reads.</summary>
    static readonly TimeSpan ReadsAtLeast = TimeSpan.FromSeconds(1), ReadsAtMost = TimeSpan.FromSeconds(3);

    readonly StateFolder _state = new(Path.Combine(checkout, ".local", "bench"));

    /// <summary>A page, who opens it, and how.</summary>
    sealed record Page(string Name, string Account, Func<Reader, CancellationToken, Task<double?>> Open);

    static readonly Dictionary<string, string> NoMore = [];

    Page[] Pages =>
    [
        new("/workers", Account.Ministry("LA"), (reader, cancel) => reader.Open("/workers", cancel)),
        new("/workers/journey", Account.Ministry("LA"), (reader, cancel) => reader.Find("/workers", AnyWorker, NoMore, cancel)),
        new("/departures", Account.Ministry("LA"), (reader, cancel) => reader.Open("/departures", cancel)),
        new("/dashboard", Account.Ministry("LA"), (reader, cancel) => reader.Open("/dashboard", cancel)),
        new("/rules", Account.Ministry("LA"), (reader, cancel) => reader.Open("/rules", cancel)),
        new("/agencies", Account.Ministry("LA"), (reader, cancel) => reader.Open("/agencies", cancel)),
        new("/coverage", Account.SocialSecurity("TH"), (reader, cancel) => reader.Find("/coverage", AnyWorker, new Dictionary<string, string> { ["Country"] = "TH", ["Day"] = DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, cancel)),
        new("/agency/missing", Account.Agency("LA"), (reader, cancel) => reader.Open("/agency/missing", cancel)),
        new("/agency", Account.Agency("LA"), (reader, cancel) => reader.Open("/agency", cancel)),
        new("/agency/complaints", Account.Agency("LA"), (reader, cancel) => reader.Open("/agency/complaints", cancel)),
        new("/cases", Account.Counsellor("LA"), (reader, cancel) => reader.Open("/cases", cancel)),
        new("/crossings", Account.Border("LA"), (reader, cancel) => reader.Open("/crossings", cancel)),
        new("/help/ministry-officer", Account.Ministry("LA"), (reader, cancel) => reader.Open("/help/ministry-officer", cancel)),
    ];

    string AnyWorker => MemberTable.Number(Random.Shared.Next(workers));

    public async Task<Report> Run(CancellationToken cancel)
    {
        var (startedAt, clock) = (DateTimeOffset.UtcNow, Stopwatch.StartNew());
        var machine = new Machine(Environment.ProcessorCount, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1_000_000} MB", double.Parse((await File.ReadAllTextAsync("/proc/loadavg", cancel)).Split(' ')[0], CultureInfo.InvariantCulture));
        await Empty(cancel);
        var system = new LocalSystem(checkout, _state.Root);
        try
        {
            await Tell("Starting a private system", async () =>
            {
                await system.Start(Steps.Silent, cancel);
                await system["Access"].RunVerb("demonstration", cancel);
            });
            await Prepare(system, cancel);
            return new(machine, await Measure(system, cancel), startedAt, clock.Elapsed.TotalSeconds);
        }
        finally
        {
            await Tell("Stopping", () => system.Stop(Steps.Silent, CancellationToken.None));
            await Empty(CancellationToken.None);
        }
    }

    async Task Prepare(LocalSystem system, CancellationToken cancel)
    {
        using var offices = new Offices(system);
        var data = new DemonstrationData(offices);
        await data.Load(cancel);
        await Tell($"{Queued} departures that wait, {Cases} cases", async () =>
        {
            var template = (await new Population(offices, data).ReadyToDepart(20, cancel)).First();
            var applicants = await new Applicants(system, offices, template).Make(Queued * 20, cancel);
            var departures = new Departures.DeparturesClient(offices.To("Registry", Account.Ministry("LA"), "departure-clearance"));
            var planned = Population.Day(DateTimeOffset.UtcNow.AddDays(5));
            await Parallel.ForEachAsync(applicants.Where(a => a.Expected == Outcome.Held), cancel, async (held, stop) => await departures.RegisterDepartureAsync(new()
            {
                RequestId = Population.NewId(), WorkerNumber = held.WorkerNumber, ContractId = held.ContractId, Channel = "MOU_S59", Origin = "LA", Destination = "TH", PlannedOn = planned, EmploymentType = "FORMAL",
            }, cancellationToken: stop));
            var cases = new Gms.Reintegration.V1.Cases.CasesClient(offices.To("Reintegration", Account.Counsellor("LA"), "reintegration"));
            await Parallel.ForEachAsync(applicants.Take(Cases), cancel, async (home, stop) => await cases.OpenCaseAsync(new()
            {
                RequestId = Population.NewId(), Country = "LA", WorkerNumber = home.WorkerNumber, From = "TH", Reason = "ABUSE", ReturnedOn = Population.Day(DateTimeOffset.UtcNow.AddDays(-3)),
            }, cancellationToken: stop));
        });
        await Tell($"{workers} workers with journeys and insurance", async () =>
        {
            await new JourneyTable(Admin(system, "registry")).Fill(workers, cancel);
            await new MemberTable(Admin(system, "social_security")).Grow(workers, cancel);
        });
    }

    async Task<IReadOnlyList<Figure>> Measure(LocalSystem system, CancellationToken cancel)
    {
        var portal = system["Portal"].Web!;
        var passwords = JsonDocument.Parse(await File.ReadAllTextAsync(system.State[Path.Combine("secrets", "sign-ins.json")], cancel)).RootElement.EnumerateArray().ToDictionary(a => a.GetProperty("account").GetString()!, a => a.GetProperty("password").GetString()!);
        var readers = new List<(Reader Reader, Page[] Pages)>();
        await Tell($"{Users} people sign in", async () =>
        {
            var accounts = Pages.GroupBy(page => page.Account).ToList();
            for (var user = 0; user < Users; user++)
            {
                var of = accounts[user % accounts.Count];
                var reader = new Reader(portal, of.Key, passwords[of.Key]);
                await reader.SignIn(cancel);
                readers.Add((reader, [.. of]));
            }
        });
        var (taken, failed) = (new ConcurrentDictionary<string, ConcurrentBag<double>>(), new ConcurrentDictionary<string, int>());
        await Tell("Clicking", () => Task.WhenAll(readers.Select(r => Click(r.Reader, r.Pages, taken, failed, cancel))));
        foreach (var (reader, _) in readers)
            reader.Dispose();

        var seconds = Window.TotalSeconds;
        return
        [
            .. Pages.Select(page => Shown(page.Name, [.. taken.GetValueOrDefault(page.Name) ?? []], failed.GetValueOrDefault(page.Name))),
            new("All pages together", "pages a second", taken.Values.Sum(t => t.Count) / seconds) { Note = $"{Users} people, each reading {ReadsAtLeast.TotalSeconds:0} to {ReadsAtMost.TotalSeconds:0} s between two clicks; {failed.Values.Sum()} answers were no page." },
        ];
    }

    static async Task Click(Reader reader, Page[] pages, ConcurrentDictionary<string, ConcurrentBag<double>> taken, ConcurrentDictionary<string, int> failed, CancellationToken cancel)
    {
        var clock = Stopwatch.StartNew();
        for (var click = Random.Shared.Next(pages.Length); clock.Elapsed < WarmUp + Window; click++)
        {
            await Task.Delay(Random.Shared.Next((int)ReadsAtLeast.TotalMilliseconds, (int)ReadsAtMost.TotalMilliseconds), cancel);
            var page = pages[click % pages.Length];
            var measured = clock.Elapsed > WarmUp;
            var ms = await page.Open(reader, cancel);
            if (measured && ms is { } well)
                taken.GetOrAdd(page.Name, _ => []).Add(well);
            else if (ms is null)
                failed.AddOrUpdate(page.Name, 1, (_, many) => many + 1);
        }
    }

    Figure Shown(string name, double[] ms, int failed) => new($"{name} among {workers} workers, {Users} people clicking", "ms, the 95th of 100", ms.Percentile(0.95))
    {
        P50Ms = ms.Percentile(0.5),
        P95Ms = ms.Percentile(0.95),
        P99Ms = ms.Percentile(0.99),
        Goal = GoalMs,
        Note = failed == 0 ? $"{ms.Length} pages." : $"{ms.Length} pages; {failed} answers were none.",
    };

    static string Admin(LocalSystem system, string database) => new NpgsqlConnectionStringBuilder(system.Postgres.AdminConnectionString) { Database = database }.ConnectionString;

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
