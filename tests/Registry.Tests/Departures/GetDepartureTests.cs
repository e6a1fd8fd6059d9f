using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

public sealed class GetDepartureTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    async Task<Proto.Departure> Registered()
    {
        host.Everything();
        return (await host.Departures(DeparturesHost.Officer("LA")).RegisterDepartureAsync(Given.Application(await host.Enrolled()))).Departure;
    }

    [Fact]
    public async Task A_departure_is_found_by_its_receipt_and_by_the_request_under_which_it_was_registered()
    {
        var departure = await Registered();
        var thai = host.Departures(DeparturesHost.Officer("TH"));    // the country of work sees it too

        Assert.Equal(departure, (await thai.GetDepartureAsync(new() { DepartureId = departure.DepartureId })).Departure);
        Assert.Equal(departure, (await thai.GetDepartureAsync(new() { RequestId = departure.RequestId })).Departure);
    }

    [Fact]
    public async Task A_third_country_does_not_learn_that_it_exists()
    {
        var departure = await Registered();
        var khmer = host.Departures(DeparturesHost.Officer("KH"));

        Assert.Equal(["DEPARTURE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.GetDepartureAsync(new() { DepartureId = departure.DepartureId })));
        Assert.Equal(["DEPARTURE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => khmer.GetDepartureAsync(new() { DepartureId = Guid.NewGuid().ToString() })));
    }

    [Fact]
    public async Task The_agency_of_the_contract_reads_it_and_another_agency_does_not()
    {
        var departure = await Registered();

        Assert.Equal(departure, (await host.Departures(Who.AgencyOfficer(Given.Agency, "LA")).GetDepartureAsync(new() { DepartureId = departure.DepartureId })).Departure);
        Assert.Equal(["DEPARTURE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Departures(Who.AgencyOfficer(Guid.NewGuid(), "LA")).GetDepartureAsync(new() { DepartureId = departure.DepartureId })));
    }

    [Fact]
    public async Task The_worker_reads_the_own_departure_and_no_other()
    {
        var departure = await Registered();
        var worker = host.Departures(Who.TheWorker(departure.WorkerNumber), "own-record");
        var other = host.Departures(Who.TheWorker(WorkerNumber.New("LA")), "own-record");

        Assert.NotEmpty((await worker.GetDepartureAsync(new() { DepartureId = departure.DepartureId })).Departure.Checks);
        Assert.Equal(["DEPARTURE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => other.GetDepartureAsync(new() { DepartureId = departure.DepartureId })));
    }

    [Fact]
    public async Task Neither_receipt_nor_request_is_a_missing_field() =>
        Assert.Equal(["request_id"], await Refused.Fields(StatusCode.InvalidArgument, () => host.Departures(DeparturesHost.Officer("LA")).GetDepartureAsync(new())));
}
