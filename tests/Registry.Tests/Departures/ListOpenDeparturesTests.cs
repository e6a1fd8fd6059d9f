using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Tests.Departures;

public sealed class ListOpenDeparturesTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Departures.DeparturesClient _officer = host.Departures(DeparturesHost.Officer("LA"));
    readonly Proto.Departures.DeparturesClient _orientation = host.Departures(DeparturesHost.Officer("LA") with { Service = "departure-orientation" }, "orientation");

    static DateOnly Today => TimeProvider.System.TodayIn("LA");

    async Task<(string Worker, string Departure)> Registered()
    {
        var worker = await host.Enrolled();
        return (worker, (await _officer.RegisterDepartureAsync(Given.Application(worker, day: Today.AddDays(9)))).Departure.DepartureId);
    }

    [Fact]
    public async Task Departures_still_to_come_are_told_to_the_service_for_the_workers_it_asks_about()
    {
        var (worker, departure) = await Registered();
        await Registered();

        var told = Assert.Single((await _orientation.ListOpenDeparturesAsync(new() { WorkerNumbers = { worker } })).Departures);

        Assert.Equal((departure, worker, "LA", "TH", Today.AddDays(9).ToProto()), (told.DepartureId, told.WorkerNumber, told.Origin, told.Destination, told.PlannedOn));
    }

    [Fact]
    public async Task What_was_refused_is_not_still_to_come()
    {
        var worker = await host.Enrolled();
        host.Host.Peers.Answer(DeparturesHost.Certificate, (Gms.DepartureOrientation.V1.VerifyCertificateRequest _) => new Gms.DepartureOrientation.V1.VerifyCertificateResponse { Check = Given.Check("ORIENTATION_CERTIFICATE", Gms.Type.V1.Outcome.Fail) });
        host.Host.Peers.Answer(DeparturesHost.Recruitment, (Gms.Recruitment.V1.VerifyRecruitmentRequest _) => new Gms.Recruitment.V1.VerifyRecruitmentResponse { Checks = { Given.Check("FR01", Gms.Type.V1.Outcome.Fail) }, Contract = Given.ContractOf() });
        var refused = (await _officer.RegisterDepartureAsync(Given.Application(worker, day: Today.AddDays(9)))).Departure;
        host.Everything();

        Assert.Equal(Proto.DepartureStatus.Refused, refused.Status);
        Assert.Empty((await _orientation.ListOpenDeparturesAsync(new() { WorkerNumbers = { worker } })).Departures);
    }

    [Fact]
    public async Task Nobody_but_the_service_asks_and_not_for_more_than_a_piece()
    {
        var (worker, _) = await Registered();

        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () => host.Departures(DeparturesHost.Officer("LA"), "orientation").ListOpenDeparturesAsync(new() { WorkerNumbers = { worker } })));
        Assert.Equal(["BATCH_SIZE"], await Refused.Codes(StatusCode.InvalidArgument, () => _orientation.ListOpenDeparturesAsync(new())));
        Assert.Equal(["BATCH_SIZE"], await Refused.Codes(StatusCode.InvalidArgument, () => _orientation.ListOpenDeparturesAsync(new() { WorkerNumbers = { Enumerable.Repeat(worker, 501) } })));
    }
}
