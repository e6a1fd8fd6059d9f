using System.Collections.Concurrent;
using Gms.Local;
using Gms.Local.Demo;
using Grpc.Core.Interceptors;
using Xunit;

// Each system takes both cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Gms.Faults;

/// <summary>The whole system, to be broken: every service a process of its own, a PostgreSQL and a RabbitMQ nobody else uses.</summary>
public abstract class FaultSystem(string folder) : IAsyncLifetime
{
    /// <summary>Every worker leaves on a day of the same season; the story's days are not what is tested.</summary>
    static readonly DateTimeOffset Start = new(2025, 3, 3, 3, 0, 0, TimeSpan.Zero);

    public LocalSystem System { get; } = new(Root, Path.Combine(Root, ".local", "test", folder));

    public Offices Offices { get; private set; } = null!;

    public DemonstrationData Data { get; private set; } = null!;

    internal Ledger Ledger => new(System);

    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    static string Root => Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set. Run the tests by `./registry test`.");

    public async ValueTask InitializeAsync()
    {
        foreach (var (name, value) in Settings)
            System.Environment[name] = value;
        await System.Start(Steps.Silent, CancellationToken.None);
        Offices = new(System);
        Data = new(Offices);
        await System["Access"].RunVerb("demonstration", CancellationToken.None);
        await Data.Load(CancellationToken.None);
    }

    /// <summary>Runs journeys side by side, each by a client that repeats what an outage broke, while something is broken.</summary>
    public async Task<IReadOnlyCollection<JourneyResult>> Journeys(int count, Func<Func<int>, Task> meanwhile, CancellationToken cancel)
    {
        var results = new ConcurrentBag<JourneyResult>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var breaking = Break();
        var living = Parallel.ForAsync(0, count, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = stop.Token }, async (_, until) =>
            results.Add(await new LaoGarmentWorker(Offices, Data, Start) { Around = calls => calls.Intercept(new Patient()) }.Run(until)));
        await Task.WhenAll(breaking, living);    // of two failures the first named is thrown: why it was not mended, before what came of it
        return results;

        async Task Break()
        {
            try
            {
                await meanwhile(() => results.Count);
            }
            catch
            {
                await stop.CancelAsync();    // nobody will mend what was broken
                throw;
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        Offices?.Dispose();
        await System.Stop(Steps.Silent, CancellationToken.None);
        GC.SuppressFinalize(this);
    }
}

/// <summary>The system as it is.</summary>
public sealed class AsItIs() : FaultSystem("faults");

/// <summary>The same with the inbox switched off, to see that the ledger notices.</summary>
public sealed class WithoutInbox() : FaultSystem("faults-without-inbox")
{
    protected override IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string> { ["Inbox__Off"] = "true" };
}
