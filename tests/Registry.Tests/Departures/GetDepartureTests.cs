using Gms.Platform;
using Gms.Recruitment.V1;
using Gms.Testing;
using Gms.Type.V1;
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
    public async Task What_rests_on_the_workers_word_decides_and_is_told_to_officers_only()
    {
        host.Everything();
        var held = Given.Check("FR17", Outcome.Fail);
        (held.Message, held.OfficersOnly) = ("Somebody else keeps the worker's passport.", true);
        host.Host.Peers.Answer(DeparturesHost.Recruitment, (VerifyRecruitmentRequest _) => new VerifyRecruitmentResponse { Checks = { Given.Check("FR01", Outcome.Pass), held }, Contract = Given.ContractOf() });
        var agency = host.Departures(Who.AgencyOfficer(Given.Agency, "LA"));
        var answered = (await agency.RegisterDepartureAsync(Given.Application(await host.Enrolled()))).Departure;
        var read = (await agency.GetDepartureAsync(new() { DepartureId = answered.DepartureId })).Departure;

        foreach (var told in new[] { answered, read })
        {
            Assert.Equal((Outcome.Unknown, true), (told.Checks.Single(c => c.Code == "FR17").Outcome, told.Checks.Single(c => c.Code == "FR17").OfficersOnly));
            Assert.DoesNotContain("passport", told.Checks.Single(c => c.Code == "FR17").Message, StringComparison.Ordinal);
            Assert.Equal(Proto.DepartureStatus.Refused, told.Status);
        }
        Assert.Equal(Outcome.Fail, (await host.Departures(DeparturesHost.Officer("LA")).GetDepartureAsync(new() { DepartureId = answered.DepartureId })).Departure.Checks.Single(c => c.Code == "FR17").Outcome);
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
