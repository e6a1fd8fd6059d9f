using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Certificates;

public sealed class VerifyCertificateBatchTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Certificates.CertificatesClient _registry = new(host.As(Who.ServiceItself("registry"), "departure-clearance"));

    static Proto.VerifyCertificateBatchItem Item(string worker, string asker = "the-one-who-applied") => new()
    {
        Certificate = new() { WorkerNumber = worker, Origin = "LA", Destination = "TH", Day = Given.Today.AddDays(30).ToProto() },
        Asker = new() { Account = asker, Organisation = "office-1" },
    };

    [Fact]
    public async Task Each_is_answered_as_alone_in_order_and_one_that_cannot_be_answered_leaves_the_others_as_they_are()
    {
        var (certificate, _, holder) = await host.IssuedCertificate();
        var (_, _, other) = await host.IssuedCertificate();
        var without = WorkerNumber.New("LA");
        var wrong = Item(holder);
        wrong.Certificate.Origin = "nowhere";
        var shown = Item(other);
        shown.Certificate.CertificateId = certificate;    // another worker's

        var answers = (await _registry.VerifyCertificateBatchAsync(new() { Items = { Item(holder), wrong, Item(without), Item(other), shown } })).Answers;

        foreach (var (at, item) in new[] { (0, Item(holder)), (2, Item(without)), (3, Item(other)), (4, shown) })
            Assert.Equal(await _registry.VerifyCertificateAsync(item.Certificate), answers[at].Certificate);
        Assert.Equal((certificate, null, null), (answers[0].Certificate.Certificate.CertificateId, answers[2].Certificate.Certificate, answers[4].Certificate.Certificate));
        Assert.Equal("origin", Assert.Single(answers[1].Refusal.Problems_).Field);
    }

    [Fact]
    public async Task Each_is_disclosed_in_the_name_of_who_asked_the_service()
    {
        var (first, second) = (WorkerNumber.New("LA"), WorkerNumber.New("LA"));

        await _registry.VerifyCertificateBatchAsync(new() { Items = { Item(first, "one"), Item(second, "two") } });

        foreach (var (worker, asker) in new[] { (first, "one"), (second, "two") })
        {
            var told = await host.Db(db => db.Set<AuditRow>().SingleAsync(a => a.Subject == worker && a.Event == "certificates-verified"));
            Assert.Equal((asker, "office-1", "registry", "departure-clearance", "certificate"), (told.Account, told.Organisation, told.Actor, told.Purpose, told.Fields));
        }
    }

    [Fact]
    public async Task A_service_on_behalf_of_a_person_names_nobody_else()
    {
        var behalf = new Proto.Certificates.CertificatesClient(host.As(Who.Is(Role.MinistryOfficer, "LA") with { Service = "registry" }, "departure-clearance"));

        Assert.Equal(["ASKER_NOT_ALLOWED"], await Refused.Codes(StatusCode.InvalidArgument, () => behalf.VerifyCertificateBatchAsync(new() { Items = { Item(WorkerNumber.New("LA")) } })));
    }

    [Fact]
    public async Task None_at_all_is_refused() =>
        Assert.Equal(["BATCH_SIZE"], await Refused.Codes(StatusCode.InvalidArgument, () => _registry.VerifyCertificateBatchAsync(new())));
}
