using Gms.Events;
using Gms.Registry.Journeys;
using Gms.Registry.Tests.Departures;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Journeys;

public sealed class WatchJourneyTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Journeys.JourneysClient _officer = new(host.Host.As(DeparturesHost.Officer("LA"), "departure-clearance"));

    [Fact]
    public async Task Who_watches_gets_what_is_there_and_then_each_entry_as_it_comes()
    {
        var worker = await host.Enrolled();
        var (first, second) = (Happened.Enrolled(worker, 0), Happened.Enrolled(worker, -1));
        await host.Host.DeliverMany<IWorkerEvent, OnWorkerEvent>(first);
        using var watch = _officer.WatchJourney(new() { WorkerNumber = worker }, deadline: DateTime.UtcNow.AddSeconds(30));
        var stream = watch.ResponseStream;

        Assert.True(await stream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(first.Event.EventId.ToString(), stream.Current.Entry.EventId);
        var asked = DateTime.UtcNow;
        await host.Host.DeliverMany<IWorkerEvent, OnWorkerEvent>(second);
        Assert.True(await stream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(second.Event.EventId.ToString(), stream.Current.Entry.EventId);
        Assert.True(DateTime.UtcNow - asked < TimeSpan.FromSeconds(4), "The bell did not ring.");
    }

    [Fact]
    public async Task A_watch_ends_with_the_caller_s_deadline()
    {
        var worker = await host.Enrolled();
        using var watch = _officer.WatchJourney(new() { WorkerNumber = worker }, deadline: DateTime.UtcNow.AddMilliseconds(300));

        var end = await Assert.ThrowsAsync<RpcException>(() => watch.ResponseStream.MoveNext(TestContext.Current.CancellationToken));

        Assert.Equal(StatusCode.DeadlineExceeded, end.StatusCode);
    }
}
