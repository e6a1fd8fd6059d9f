using Gms.Disclosures.V1;
using Gms.Platform.Tests.Probe;
using Gms.Testing;
using Grpc.Core;
using Xunit;

namespace Gms.Platform.Tests.Auditing;

public sealed class DeclaredDisclosuresTests(ProbeAlone host) : IClassFixture<ProbeAlone>
{
    Gms.Disclosures.V1.Disclosures.DisclosuresClient Registry => new(host.As(Who.ServiceItself("registry"), "own-record"));

    [Fact]
    public async Task A_call_that_tells_more_than_its_proto_declares_fails_in_Development()
    {
        host.Announce("discloses secret, which its proto does not declare");

        await Refused.With(StatusCode.Internal, () => host.Officer.ReadUndeclaredAsync(new() { Country = "LA", WorkerNumbers = { WorkerNumber.New("LA") } }));
    }

    [Fact]
    public async Task A_service_answers_what_it_recorded_of_one_person_newest_first_and_page_by_page()
    {
        var (worker, other) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        await host.Officer.AddProbeAsync(A.Probe(worker: worker));
        for (var i = 0; i < 4; i++)
            await host.Officer.ReadProbeAsync(new() { Country = "LA", WorkerNumbers = { worker, other } });

        var first = (await Registry.ListRecordedAsync(new() { WorkerNumbers = { worker }, PageSize = 3 })).Disclosures;
        var rest = (await Registry.ListRecordedAsync(new() { WorkerNumbers = { worker }, PageSize = 3, Before = first[^1].Position })).Disclosures;

        Assert.Equal((3, 2), (first.Count, rest.Count));
        Assert.Equal(5, first.Concat(rest).Select(d => d.DisclosureId).Distinct().Count());
        Assert.Equal(("probe-added", DisclosureKind.Change), (rest[^1].AuditEvent, rest[^1].Kind));
        Assert.Equal(["probe", "name"], first[0].Fields);
        Assert.Equal((A.Officer.Account, A.Officer.Organisation, ""), (first[0].AccountId, first[0].OrganisationId, first[0].ActingService));
    }

    [Fact]
    public async Task Under_several_numbers_of_one_person_everything_is_found()
    {
        var (before, after) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));
        await host.Officer.ReadProbeAsync(new() { Country = "LA", WorkerNumbers = { before } });
        await host.Officer.ReadProbeAsync(new() { Country = "LA", WorkerNumbers = { after } });

        Assert.Equal(2, (await Registry.ListRecordedAsync(new() { WorkerNumbers = { before, after } })).Disclosures.Count);
    }

    [Fact]
    public async Task Whoever_is_not_the_Registry_is_refused() =>
        Assert.Equal(["PERMISSION_MISSING"], await Refused.Codes(StatusCode.PermissionDenied, () =>
            new Gms.Disclosures.V1.Disclosures.DisclosuresClient(host.As(Who.ServiceItself("recruitment"), "own-record")).ListRecordedAsync(new() { WorkerNumbers = { WorkerNumber.New("LA") } })));
}
