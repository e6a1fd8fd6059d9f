using System.Diagnostics;
using Gms.Faults;
using Gms.Local;
using Gms.Local.Demo;
using Xunit;

// One system, and it takes both cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Gms.Upgrade;

/// <summary>What docs/operations.md says of an upgrade: first the schema, under the services that run; then process by process.</summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    static readonly string[] Exchanged = ["Access", "Registry", "Recruitment", "SocialSecurity", "DepartureOrientation", "Reintegration"];

    readonly Dictionary<string, ServiceDoor> _doors = [];

    /// <summary>Where tokens are asked for, and the name of their issuer, which stays what it is.</summary>
    ServiceDoor? _issuer;
    LocalSystem? _previous;
    Replicas? _next;

    static string Root => Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set. Run the tests by `./registry test upgrade`.");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_previous_release_works_on_the_new_schema_and_gives_way_process_by_process_without_a_failed_call()
    {
        var previous = await Started();
        await Journeys(previous);
        var callers = new Callers(_doors, Doors.Of(previous) with { Tokens = () => _issuer!.Address });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var work = callers.Work(stop.Token);

        var current = new LocalSystem(Root, previous.State.Root);
        current.Environment["Access__Issuer"] = Text(_issuer!.Address);
        await Timed("the schema steps, under the services that run", async () =>
        {
            foreach (var service in current.Services)
                await service.ApplySchema(Cancel);
        });
        await Journeys(previous);
        Assert.Empty(callers.Failures);

        _next = current.AnotherRow("next");
        await _next.Start(Cancel);
        foreach (var service in Exchanged)
            _doors[service].Add(_next[service].Grpc!);
        _issuer.Add(_next["Access"].Web!);
        await BothAreAsked(previous);
        foreach (var service in Exchanged)
            await GivesWay(previous[service], callers);
        await AnsweredMore(callers, 20);

        await stop.CancelAsync();
        await work;
        Assert.Empty(callers.Failures);
        TestContext.Current.SendDiagnosticMessage("{0} calls were answered, none failed", Exchanged.Sum(callers.Answered));
        var ledger = new Ledger(previous);
        Assert.True(await ledger.Quiet(Cancel), "Events were still on their way after three minutes.");
        Assert.Empty(await ledger.Faults([], Cancel));
    }

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        if (_next is not null)
            await _next.Stop(CancellationToken.None);
        if (_previous is not null)
            await _previous.Stop(Steps.Silent, CancellationToken.None);
        foreach (var door in _doors.Values.Append(_issuer))
            await (door?.DisposeAsync() ?? ValueTask.CompletedTask);
        GC.SuppressFinalize(this);
    }

    /// <summary>The previous release with its own schema; its services reach one another as callers reach them.</summary>
    async Task<LocalSystem> Started()
    {
        var folder = "";
        await Timed("the previous release was built", async () => folder = await PreviousRelease.Built(Root, Cancel));
        var state = new StateFolder(Path.Combine(Root, ".local", "test", "upgrade"));
        state.Make();
        // Its own program for journeys looks for the system where its checkout keeps one.
        var own = Path.Combine(folder, ".local");
        if (new FileInfo(own).LinkTarget is null)
            File.CreateSymbolicLink(own, state.Root);

        _previous = new LocalSystem(folder, state.Root);
        foreach (var service in Exchanged)
        {
            _doors[service] = new(_previous[service].Grpc!);
            _previous.Environment[$"Peers__{service}"] = Text(_doors[service].Address);
        }
        _issuer = new(_previous["Access"].Web!);
        _previous.Environment["Access__Issuer"] = Text(_issuer.Address);
        await _previous.Start(Steps.Silent, Cancel);
        await _previous["Access"].RunVerb("demonstration", Cancel);
        return _previous;
    }

    /// <summary>The previous release's own workers, through its own calls.</summary>
    static async Task Journeys(LocalSystem previous) =>
        await Shell.MustRun("The journeys of the previous release", ["dotnet", Path.Combine(previous.Checkout, "artifacts", "bin", "Gms.Local", "release", "Gms.Local.dll"), previous.Checkout, "demo"], Cancel);

    async Task BothAreAsked(LocalSystem previous)
    {
        (ServiceDoor Door, Uri Address)[] both =
        [
            .. Exchanged.SelectMany(s => new[] { (_doors[s], previous[s].Grpc!), (_doors[s], _next![s].Grpc!) }),
            (_issuer!, previous["Access"].Web!),
            (_issuer!, _next!["Access"].Web!),
        ];
        var before = both.Select(b => b.Door.Given(b.Address)).ToList();
        Assert.True(
            await Wait.For(() => both.Zip(before).All(b => b.First.Door.Given(b.First.Address) >= b.Second + 3), TimeSpan.FromMinutes(3), Cancel),
            "Not every process of both releases was asked within three minutes.");
    }

    /// <summary>No new connection, then SIGTERM: what it has in hand it answers, and then it ends by itself.</summary>
    async Task GivesWay(ServiceProcess process, Callers callers)
    {
        var begun = Stopwatch.GetTimestamp();
        _doors[process.Service.Name].Remove(process.Grpc!);
        if (process.Web is { } web)
            _issuer!.Remove(web);
        Assert.True(await process.Stop(Cancel), $"{process.Service.Name} of the previous release did not end in time.");
        TestContext.Current.SendDiagnosticMessage("{0} of the previous release gave way in {1:0.0} s, after {2} calls", process.Service.Name, Stopwatch.GetElapsedTime(begun).TotalSeconds, callers.Answered(process.Service.Name));
        await AnsweredMore(callers, 5, process.Service.Name);
    }

    static async Task AnsweredMore(Callers callers, int count, params string[] services)
    {
        var asked = services.Length > 0 ? services : Exchanged;
        var before = asked.ToDictionary(s => s, callers.Answered);
        Assert.True(await Wait.For(() => asked.All(s => callers.Answered(s) >= before[s] + count), TimeSpan.FromMinutes(2), Cancel), $"Calls are no longer answered: {string.Join("; ", callers.Failures.TakeLast(3))}");
    }

    static string Text(Uri address) => address.GetLeftPart(UriPartial.Authority);

    static async Task Timed(string what, Func<Task> act)
    {
        var begun = Stopwatch.GetTimestamp();
        await act();
        TestContext.Current.SendDiagnosticMessage("{0}: {1:0.0} s", what, Stopwatch.GetElapsedTime(begun).TotalSeconds);
    }
}
