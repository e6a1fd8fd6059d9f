using System.Text.Json;

namespace Gms.Local.Demo;

/// <summary>The demonstration: accounts and shared records, then the journeys: a fair recruitment, a seasonal worker, an unfair recruitment and somebody at the border today.</summary>
public static class Demonstration
{
    static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    /// <summary>The Lao worker left fourteen months ago and came home five months ago.</summary>
    static DateTimeOffset LaoStart => new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(-480).AddHours(3);

    /// <summary>Whose planned day is today.</summary>
    static DateTimeOffset AtTheBorderStart => new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(-LaoGarmentWorker.DaysToDeparture).AddHours(3);

    /// <summary>A season before the border closed in June 2025.</summary>
    static readonly DateTimeOffset HarvestStart = new(2024, 10, 1, 3, 0, 0, TimeSpan.Zero);

    /// <summary>Called by <c>up</c> when every part is healthy. The journeys run once; afterwards their timelines are read again.</summary>
    public static async Task AfterStart(LocalSystem system, Steps steps, CancellationToken cancel)
    {
        if (!system.Services.Any(s => s.Service.Name == "Access"))
            return;
        using var offices = new Offices(system);
        var data = new DemonstrationData(offices);
        await steps.Run("Demonstration data", async () =>
        {
            await system["Access"].RunVerb("demonstration", cancel);
            await data.Load(cancel);
        });
        var kept = system.State["demonstration.json"];
        if (File.Exists(kept))
            return;

        IReadOnlyList<JourneyResult> results = [];
        await steps.Run("Four workers' journeys", async () => results = await Journeys(offices, data, cancel));
        await File.WriteAllTextAsync(kept, JsonSerializer.Serialize(results, Json), cancel);
    }

    /// <summary>The journeys as <c>up</c> saw them, for its closing words.</summary>
    public static IReadOnlyList<JourneyResult> Kept(LocalSystem system) =>
        File.Exists(system.State["demonstration.json"]) ? JsonSerializer.Deserialize<List<JourneyResult>>(File.ReadAllText(system.State["demonstration.json"]), Json)! : [];

    /// <summary><c>./registry demo [--json]</c>: four new workers; 0 only if all journeys are complete.</summary>
    public static async Task<int> Run(LocalSystem system, bool json, CancellationToken cancel)
    {
        if (!await system["Registry"].IsHealthy(cancel))
            throw new CannotGoOnException("The registry is not running. Start it first: ./registry up --detach");
        using var offices = new Offices(system);
        var data = new DemonstrationData(offices);
        await data.Load(cancel);
        var results = await Journeys(offices, data, cancel);
        var channels = await ChannelsOfTheDay.Ask(offices, cancel);
        var costs = await RecruitmentCosts.Ask(offices, cancel);
        var departing = results.Last(r => r.Certificate.Length > 0);
        var cascade = await CascadeLines.Ask(offices, departing.Certificate, cancel);
        var reach = await ReachTable.Ask(offices, cancel);
        var plan = await data.Plans.Ask(data.LaoActionPlan, cancel);
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(new { journeys = results, complete = results.All(r => r.Complete), channels, recruitmentCosts = costs, cascade, reach, actionPlan = plan }, Json));
        else
        {
            foreach (var result in results)
            {
                Print(result);
                foreach (var line in result.Verdict)
                    Console.WriteLine($"    {line}");
            }
            Console.WriteLine();
            foreach (var line in channels.Lines)
                Console.WriteLine(line);
            Console.WriteLine();
            Console.WriteLine($"What recruitment cost workers whose work began in {costs.Year} (SDG 10.7.1), by corridor:");
            Indented(costs.Lines);
            Console.WriteLine();
            Console.WriteLine($"Who taught {departing.WorkerNumber}, and who taught them:");
            Indented(cascade.Lines);
            Console.WriteLine();
            Console.WriteLine("The programmes of the background papers, what they state beside what is on record:");
            Indented(reach.Lines);
            Console.WriteLine();
            Console.WriteLine("The Lao action plan, its figures computed just now:");
            Indented(plan);
        }
        return results.All(r => r.Complete) ? 0 : 1;
    }

    public static async Task<IReadOnlyList<JourneyResult>> Journeys(Offices offices, DemonstrationData data, CancellationToken cancel) =>
    [
        await new LaoGarmentWorker(offices, data, LaoStart) { Until = DateTimeOffset.UtcNow }.Run(cancel),
        await new CambodianHarvestWorker(offices, HarvestStart).Run(cancel),
        await new UnfairRecruitment(offices).Run(cancel),
        await new LaoGarmentWorker(offices, data, AtTheBorderStart) { StaysAtTheBorder = true }.Run(cancel),
    ];

    static void Indented(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Console.WriteLine($"  {line}");
    }

    public static void Print(JourneyResult result)
    {
        Console.WriteLine();
        Console.WriteLine($"{result.Name}: {result.WorkerNumber}, times in UTC{(result.Complete ? "" : " (NOT COMPLETE: " + string.Join(", ", result.Missing) + " did not arrive)")}");
        foreach (var entry in result.Timeline)
            Console.WriteLine($"  {entry.OccurredAt.UtcDateTime:yyyy-MM-dd HH:mm}Z  {entry.Service,-22} {entry.Event}");
        foreach (var note in result.Notes)
            Console.WriteLine($"  {note}");
        Console.WriteLine($"  {result.Steps.Count} calls in {result.Steps.Sum(s => s.Milliseconds):0} ms");
    }
}
