using Gms.Events;
using Gms.Events.Registry;
using Gms.Events.SocialSecurity;
using Gms.Events.V1;
using Gms.Platform;
using Gms.Registry.Journeys;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Journeys;

public sealed class RebuildJourneysTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    const string Replay = "/gms.events.v1.Events/Replay";

    readonly Proto.Journeys.JourneysClient _officer = new(host.Host.As(DeparturesHost.Officer("LA"), "departure-clearance"));
    readonly Proto.Journeys.JourneysClient _administrator = new(host.Host.As(Who.Is(Role.Administrator, null)));

    static WorkerReturned Returned(string worker) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = DateTimeOffset.UnixEpoch,
        SubjectId = worker,
        SubjectVersion = 1,
        WorkerNumber = worker,
        Country = "LA",
        ReturnId = Guid.Empty,
        From = "TH",
        Reason = "OTHER",
        ReturnedOn = default,
    };

    async Task<List<Proto.RebuildJourneysResponse>> Rebuild()
    {
        using var call = _administrator.RebuildJourneys(new() { RequestId = Guid.NewGuid().ToString() });
        return await call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken).ToListAsync(TestContext.Current.CancellationToken);
    }

    async Task<IEnumerable<string>> Journey(string worker) => (await _officer.GetJourneyAsync(new() { WorkerNumber = worker })).Entries.Select(e => e.EventId);

    [Fact]
    public async Task A_rebuild_holds_exactly_what_the_logs_hold_and_what_just_came_in()
    {
        var worker = await host.Enrolled();
        var enrolled = await host.Host.Db(db => db.Outbox.Where(e => e.SubjectId == worker).Select(e => e.EventId).SingleAsync());
        var (logged, lost, young) = (Returned(worker), Returned(worker), Returned(worker));
        await host.Host.DeliverMany<IWorkerEvent, OnWorkerEvent>(new Received<IWorkerEvent>("gms.registry.worker-returned:1", lost), new("gms.registry.worker-returned:1", young));
        await host.Host.Db(db => db.Database.ExecuteSqlAsync($"UPDATE journey_entries SET received_at = now() - interval '1 day' WHERE event_id = {lost.EventId}"));
        host.Host.Peers.AnswerStream(Replay, (ReplayRequest _) => new[]
        {
            new ReplayedEvent { Name = "gms.registry.worker-returned:1", Body = EventJson.Write(logged) },
            new ReplayedEvent { Name = "gms.recruitment.from-a-newer-publisher:1", Body = "{}" },
        });

        var progress = await Rebuild();

        Assert.Equal(["registry", "recruitment", "social-security", "departure-orientation", "reintegration", ""], progress.Select(p => p.Service));
        Assert.Equal([false, false, false, false, false, true], progress.Select(p => p.Done));
        Assert.Equal(new[] { enrolled, logged.EventId, young.EventId }.Select(e => e.ToString()).Order(), (await Journey(worker)).Order());
        Assert.All(host.Host.Peers.Asked.Where(a => a.Method == Replay), a => Assert.Equal(Purpose.Administration, a.Purpose));
    }

    [Fact]
    public async Task What_was_done_for_many_stands_on_the_timeline_of_each_again()
    {
        string[] workers = [await host.Enrolled(), await host.Enrolled()];
        var filed = new ContributionsFiled
        {
            EventId = Guid.CreateVersion7(), OccurredAt = DateTimeOffset.UnixEpoch, SubjectId = Guid.NewGuid().ToString(), SubjectVersion = 1, WorkerNumbers = [.. workers], Country = "TH", Contributions = [],
        };
        host.Host.Peers.AnswerStream(Replay, (ReplayRequest _) => new[] { new ReplayedEvent { Name = "gms.social-security.contributions-filed:1", Body = EventJson.Write(filed) } });

        await Rebuild();

        foreach (var worker in workers)
            Assert.Contains(filed.EventId.ToString(), await Journey(worker));
    }

    [Fact]
    public async Task A_rebuild_that_cannot_read_a_log_changes_nothing_and_leaves_nothing_in_the_way()
    {
        var worker = await host.Enrolled();
        var seen = Returned(worker);
        await host.Host.DeliverMany<IWorkerEvent, OnWorkerEvent>(new Received<IWorkerEvent>("gms.registry.worker-returned:1", seen));
        host.Host.Peers.TakeDown(Replay);

        var refusal = await Assert.ThrowsAsync<RpcException>(Rebuild);

        Assert.Equal(StatusCode.Unavailable, refusal.StatusCode);
        Assert.Equal([seen.EventId.ToString()], await Journey(worker));
        host.Host.Peers.AnswerStream(Replay, (ReplayRequest _) => Array.Empty<ReplayedEvent>());
        Assert.True((await Rebuild())[^1].Done);
        Assert.Equal(1, await host.Host.Db(db => db.JourneyBuilds.CountAsync(b => b.State != JourneyBuildState.Retired)));
    }

    [Fact]
    public async Task An_event_that_comes_while_a_rebuild_runs_is_in_the_new_timelines()
    {
        var worker = await host.Enrolled();
        var meanwhile = Returned(worker);
        var delivered = false;
        host.Host.Peers.AnswerStream(Replay, (ReplayRequest _) =>
        {
            if (!delivered)
                host.Host.DeliverMany<IWorkerEvent, OnWorkerEvent>(new Received<IWorkerEvent>("gms.registry.worker-returned:1", meanwhile)).GetAwaiter().GetResult();
            delivered = true;
            return Array.Empty<ReplayedEvent>();
        });

        await Rebuild();

        Assert.Contains(meanwhile.EventId.ToString(), await Journey(worker));
    }

    [Fact]
    public async Task Only_an_administrator_rebuilds()
    {
        using var call = new Proto.Journeys.JourneysClient(host.Host.As(DeparturesHost.Officer("LA"), "administration")).RebuildJourneys(new() { RequestId = Guid.NewGuid().ToString() });

        Assert.Equal(StatusCode.PermissionDenied, (await Assert.ThrowsAsync<RpcException>(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))).StatusCode);
    }
}
