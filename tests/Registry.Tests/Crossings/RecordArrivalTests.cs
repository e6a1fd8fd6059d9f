using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Crossings;

public sealed class RecordArrivalTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Crossings.CrossingsClient _lao = new(host.Host.As(Who.Is(Role.BorderOfficer, "LA")));
    readonly Proto.Crossings.CrossingsClient _thai = new(host.Host.As(Who.Is(Role.BorderOfficer, "TH")));

    static Proto.RecordArrivalRequest Arrival(string worker, string departure = "", string checkpoint = "TH-LA-01") =>
        new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure, WorkerNumber = worker, Country = "TH", Checkpoint = checkpoint };

    async Task<Proto.Departure> Cleared() =>
        (await host.Departures(DeparturesHost.Officer("LA")).RegisterDepartureAsync(Given.Application(await host.Enrolled(), day: TimeProvider.System.TodayIn("LA")))).Departure;

    [Fact]
    public async Task An_arrival_after_the_exit_closes_the_way_without_a_flag_and_is_told()
    {
        var departure = await Cleared();
        await _lao.RecordExitAsync(new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure.DepartureId, Country = "LA", Checkpoint = "TH-LA-01" });

        var arrival = await _thai.RecordArrivalAsync(Arrival(departure.WorkerNumber));

        Assert.Empty(arrival.Flags);
        Assert.Equal(departure.DepartureId, arrival.DepartureId);    // found by the worker's number alone
        Assert.Equal("gms.registry.worker-arrived:1", await host.Host.Db(db => db.Outbox.Where(e => e.SubjectId == arrival.CrossingId).Select(e => e.Name).SingleAsync()));
    }

    [Fact]
    public async Task An_arrival_whose_exit_nobody_recorded_is_flagged()
    {
        var departure = await Cleared();

        Assert.Equal([Proto.CrossingFlag.NoExitRecorded], (await _thai.RecordArrivalAsync(Arrival(departure.WorkerNumber, departure.DepartureId))).Flags);
    }

    [Fact]
    public async Task A_worker_without_a_departure_is_recorded_with_both_flags() =>
        Assert.Equal([Proto.CrossingFlag.NoClearedDeparture, Proto.CrossingFlag.NoExitRecorded], (await _thai.RecordArrivalAsync(Arrival(await host.Enrolled()))).Flags);

    [Fact]
    public async Task A_post_records_for_its_own_country_only() =>
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => _lao.RecordArrivalAsync(Arrival(WorkerNumber.New("LA"), checkpoint: ""))));
}
