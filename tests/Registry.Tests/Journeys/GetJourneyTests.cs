using Gms.Events;
using Gms.Platform;
using Gms.Registry.Journeys;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Journeys;

public sealed class GetJourneyTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Journeys.JourneysClient _officer = new(host.Host.As(DeparturesHost.Officer("LA"), "departure-clearance"));

    Task Deliver(params IReadOnlyList<Received<IWorkerEvent>> happened) => host.Host.DeliverMany<IWorkerEvent, OnWorkerEvent>(happened);

    async Task<IReadOnlyList<Proto.JourneyEntry>> Journey(string worker) => (await _officer.GetJourneyAsync(new() { WorkerNumber = worker })).Entries;

    [Fact]
    public async Task Whatever_the_order_in_which_events_come_the_timeline_is_in_the_order_in_which_they_happened()
    {
        var worker = await host.Enrolled();
        Received<IWorkerEvent>[] happened = [Happened.Enrolled(worker, 0), Happened.Enrolled(worker, 1), Happened.Enrolled(worker, 1, version: 2), Happened.Enrolled(worker, 3)];

        await Deliver(happened[3], happened[1]);
        await Deliver(happened[2]);
        await Deliver(happened[0]);

        var entries = await Journey(worker);
        Assert.Equal(happened.Select(h => h.Event.EventId.ToString()), entries.Select(e => e.EventId));
        Assert.All(entries, e => Assert.Equal(("registry", "gms.registry.worker-enrolled:1", "LA"), (e.Service, e.Name, e.Country)));
    }

    [Fact]
    public async Task An_event_that_comes_twice_is_there_once()
    {
        var worker = await host.Enrolled();
        var happened = Happened.Enrolled(worker, 0);

        await Deliver(happened);
        await Deliver(happened, Happened.Enrolled(worker, 1));

        Assert.Equal(2, (await Journey(worker)).Count);
    }

    [Fact]
    public async Task An_event_that_comes_before_the_worker_is_known_here_is_kept()
    {
        var worker = WorkerNumber.New("LA");

        await Deliver(Happened.Enrolled(worker, 0));

        Assert.Equal(1, await host.Host.Db(db => db.JourneyEntries.CountAsync(e => e.WorkerNumber == worker)));
    }

    [Fact]
    public async Task Another_country_learns_neither_the_timeline_nor_that_there_is_one()
    {
        var worker = await host.Enrolled();
        var khmer = new Proto.Journeys.JourneysClient(host.Host.As(DeparturesHost.Officer("KH"), "departure-clearance"));

        Assert.Equal(["JOURNEY_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => khmer.GetJourneyAsync(new() { WorkerNumber = worker })));
        Assert.Equal(["JOURNEY_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => khmer.GetJourneyAsync(new() { WorkerNumber = WorkerNumber.New("LA") })));
    }

    [Fact]
    public async Task The_country_that_a_cleared_departure_leads_to_reads_it()
    {
        var worker = await host.Enrolled();
        await host.Departures(DeparturesHost.Officer("LA")).RegisterDepartureAsync(Given.Application(worker));
        await Deliver(Happened.Enrolled(worker, 0));

        Assert.Single((await new Proto.Journeys.JourneysClient(host.Host.As(DeparturesHost.Officer("TH"), "complaint")).GetJourneyAsync(new() { WorkerNumber = worker })).Entries);
    }

    [Fact]
    public async Task The_worker_reads_the_own_timeline_and_each_read_is_disclosed()
    {
        var worker = await host.Enrolled();
        await Deliver(Happened.Enrolled(worker, 0));

        await new Proto.Journeys.JourneysClient(host.Host.As(Who.TheWorker(worker), "own-record")).GetJourneyAsync(new() { WorkerNumber = worker });

        var read = await host.Host.Db(db => db.Set<AuditRow>().SingleAsync(a => a.Subject == worker && a.Event == "journey-read"));
        Assert.Equal(("journey", "own-record"), (read.Fields, read.Purpose));
    }
}
