using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Certificates;

public sealed class ListSessionCertificatesTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Certificates.CertificatesClient _manager = new(host.As(A.Manager, "orientation"));

    [Fact]
    public async Task Each_is_drawn_as_it_is_checked_without_a_network()
    {
        var (certificate, session, worker) = await host.IssuedCertificate();

        var listed = Assert.Single((await _manager.ListSessionCertificatesAsync(new() { SessionId = session, Picture = Proto.CertificatePicture.Svg })).Certificates);

        Assert.Equal((certificate, worker), (listed.Certificate.CertificateId, listed.WorkerNumber));
        Assert.StartsWith("<svg", listed.Picture.ToStringUtf8(), StringComparison.Ordinal);
        var signed = await _manager.CheckCertificateAsync(new() { Text = listed.Text, WorkerNumber = worker });
        Assert.Equal(("CERTIFICATE_VALID", worker), (signed.Verdict, signed.WorkerNumber));
    }

    [Fact]
    public async Task Without_a_picture_asked_for_nothing_is_signed_and_what_was_revoked_is_not_drawn()
    {
        var (certificate, session, _) = await host.IssuedCertificate();
        Assert.Equal((0, 0), await Drawn(Proto.CertificatePicture.Unspecified));

        await _manager.RevokeCertificateAsync(new() { RequestId = Given.New(), CertificateId = certificate, Reason = Proto.RevocationReason.Fraud });

        Assert.Equal((0, 0), await Drawn(Proto.CertificatePicture.Png));
        async Task<(int Text, int Picture)> Drawn(Proto.CertificatePicture picture) =>
            Assert.Single((await _manager.ListSessionCertificatesAsync(new() { SessionId = session, Picture = picture })).Certificates) is var one ? (one.Text.Length, one.Picture.Length) : default;
    }

    [Fact]
    public async Task A_manager_of_another_country_finds_no_such_session()
    {
        var (_, session, _) = await host.IssuedCertificate();

        Assert.Equal(["SESSION_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound,
            () => new Proto.Certificates.CertificatesClient(host.As(Who.Is(Role.TrainingManager, "KH"))).ListSessionCertificatesAsync(new() { SessionId = session })));
    }
}
