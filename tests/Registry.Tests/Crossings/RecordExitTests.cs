using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Crossings;

public sealed class RecordExitTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Crossings.CrossingsClient _lao = new(host.Host.As(Who.Is(Role.BorderOfficer, "LA")));
    readonly Proto.Crossings.CrossingsClient _thai = new(host.Host.As(Who.Is(Role.BorderOfficer, "TH")));

    async Task<Proto.Departure> Cleared() =>
        (await host.Departures(DeparturesHost.Officer("LA")).RegisterDepartureAsync(Given.Application(await host.Enrolled(), day: TimeProvider.System.TodayIn("LA")))).Departure;

    static Proto.RecordExitRequest Exit(string departure = "", string worker = "", string country = "LA", string checkpoint = "TH-LA-01") =>
        new() { RequestId = Guid.NewGuid().ToString(), DepartureId = departure, WorkerNumber = worker, Country = country, Checkpoint = checkpoint };

    [Fact]
    public async Task A_cleared_worker_exits_without_a_flag_and_it_is_told()
    {
        var departure = await Cleared();

        var exit = await _lao.RecordExitAsync(Exit(departure.DepartureId));

        Assert.Empty(exit.Flags);
        Assert.Equal("gms.registry.worker-exited:1", await host.Host.Db(db => db.Outbox.Where(e => e.SubjectId == exit.CrossingId).Select(e => e.Name).SingleAsync()));
    }

    [Fact]
    public async Task A_worker_without_a_departure_is_recorded_and_flagged() =>
        Assert.Equal([Proto.CrossingFlag.NoClearedDeparture], (await _lao.RecordExitAsync(Exit(worker: await host.Enrolled(), checkpoint: ""))).Flags);

    [Fact]
    public async Task The_same_crossing_is_recorded_once()
    {
        var exit = Exit(worker: await host.Enrolled());
        exit.CrossedAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddHours(-1));
        var first = await _lao.RecordExitAsync(exit);
        var again = exit.Clone();
        again.RequestId = Guid.NewGuid().ToString();

        Assert.Equal(first, await _lao.RecordExitAsync(exit));
        Assert.Equal(["CROSSING_TWICE"], await Refused.Codes(StatusCode.FailedPrecondition, () => _lao.RecordExitAsync(again)));
    }

    [Fact]
    public async Task Every_broken_rule_is_told_and_nothing_is_recorded()
    {
        var departure = await Cleared();
        var exit = Exit(departure.DepartureId, await host.Enrolled(), checkpoint: "TH-MM-01");
        exit.CrossedAt = Timestamp.FromDateTimeOffset(DateTimeOffset.UtcNow.AddHours(1));

        Assert.Equal(["CROSSING_IN_FUTURE", "CROSSING_CHECKPOINT_ELSEWHERE", "CROSSING_DEPARTURE_OF_ANOTHER"], await Refused.Codes(StatusCode.FailedPrecondition, () => _lao.RecordExitAsync(exit)));
        Assert.False(await host.Host.Db(db => db.Crossings.AnyAsync(c => c.WorkerNumber == exit.WorkerNumber)));
    }

    [Fact]
    public async Task A_post_records_for_its_own_country_only() =>
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => _thai.RecordExitAsync(Exit(worker: WorkerNumber.New("LA"), checkpoint: ""))));

    [Fact]
    public async Task A_departure_between_other_countries_is_not_found()
    {
        var departure = await Cleared();
        var khmer = new Proto.Crossings.CrossingsClient(host.Host.As(Who.Is(Role.BorderOfficer, "KH")));

        Assert.Equal(["CROSSING_DEPARTURE_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => khmer.RecordExitAsync(Exit(departure.DepartureId, country: "KH", checkpoint: ""))));
    }

    [Fact]
    public async Task A_crossing_of_nobody_and_of_somebody_unknown_are_refused()
    {
        Assert.Equal(["CROSSING_WORKER_MISSING"], await Refused.Codes(StatusCode.InvalidArgument, () => _lao.RecordExitAsync(Exit())));
        Assert.Equal(["CROSSING_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.NotFound, () => _lao.RecordExitAsync(Exit(worker: WorkerNumber.New("LA")))));
    }
}
