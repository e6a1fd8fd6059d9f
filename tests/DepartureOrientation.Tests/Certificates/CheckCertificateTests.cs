using Gms.Credentials;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using Xunit;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Tests.Certificates;

public sealed class CheckCertificateTests(DepartureOrientationHost host) : IClassFixture<DepartureOrientationHost>
{
    readonly Proto.Certificates.CertificatesClient _manager = new(host.As(A.Manager, "orientation"));
    readonly Proto.Certificates.CertificatesClient _border = new(host.As(Who.Is(Role.BorderOfficer, "TH"), "border-control"));

    [Fact]
    public async Task What_the_worker_carries_is_valid_with_and_without_a_network_until_it_is_revoked()
    {
        var (certificate, _, worker) = await host.IssuedCertificate();
        var text = (await _manager.GetCertificateTextAsync(new() { CertificateId = certificate })).Text;
        Assert.Equal(("CERTIFICATE_VALID", worker), (await Online(text, worker)) is var online ? (online.Verdict, online.WorkerNumber) : default);
        Assert.Equal("CERTIFICATE_VALID", (await Offline(text)).Code);

        var carried = await Lists();
        await _manager.RevokeCertificateAsync(new() { RequestId = Given.New(), CertificateId = certificate, Reason = Proto.RevocationReason.AttendanceNotProven });

        Assert.Equal("CERTIFICATE_REVOKED", (await Online(text, worker)).Verdict);
        Assert.Equal("CERTIFICATE_VALID", Offline(text, carried).Code);    // nobody has told this place yet
        Assert.Equal("CERTIFICATE_REVOKED", (await Offline(text)).Code);
        Assert.Equal("CERTIFICATE_STATUS_UNKNOWN", Offline(text, carried, Now.AddDays(8)).Code);
    }

    [Fact]
    public async Task Somebody_else_s_certificate_helps_nobody()
    {
        var (certificate, _, worker) = await host.IssuedCertificate();
        var text = (await _manager.GetCertificateTextAsync(new() { CertificateId = certificate })).Text;
        var other = WorkerNumber.New("LA");

        Assert.Equal("CERTIFICATE_OTHER_WORKER", (await Online(text, other)).Verdict);
        Assert.Equal("CERTIFICATE_OTHER_WORKER", new CertificateCheck(host.Trust(), await Lists()).Check(text, Now, other).Code);
        Assert.Equal("CERTIFICATE_VALID", (await Online(text, worker)).Verdict);
    }

    [Fact]
    public async Task A_changed_text_a_stranger_s_signature_and_what_was_never_issued_are_told_apart()
    {
        var (certificate, _, worker) = await host.IssuedCertificate();
        var text = (await _manager.GetCertificateTextAsync(new() { CertificateId = certificate })).Text;
        var genuine = OrientationCertificate.FromClaims(OrientationCertificate.Read(text).Payload);
        var key = host.Services.GetRequiredService<IKeys>().Current(KeyKind.Credential, "LA").Key;
        using var stranger = System.Security.Cryptography.ECDsa.Create(System.Security.Cryptography.ECCurve.NamedCurves.nistP256);

        Assert.Equal("CERTIFICATE_TRUNCATED", (await Online(text[..^2], null)).Verdict);
        Assert.Equal("CERTIFICATE_UNREADABLE", (await Online("GMSP1:" + text["GMSO1:".Length..], null)).Verdict);
        Assert.Equal("CERTIFICATE_KEY_UNKNOWN", (await Online(genuine.Sign(stranger), null)).Verdict);
        Assert.Equal("CERTIFICATE_NOT_ON_RECORD", (await Online((genuine with { CertificateId = Guid.CreateVersion7() }).Sign(key), null)).Verdict);
        Assert.Equal("CERTIFICATE_NOT_ON_RECORD", (await Online((genuine with { WorkerNumber = WorkerNumber.New("LA") }).Sign(key), null)).Verdict);
        Assert.Equal("CERTIFICATE_EXPIRED", (await Offline((genuine with { ExpiresAt = Now.AddMinutes(-1) }).Sign(key))).Code);
        Assert.Equal(["CERTIFICATE_TEXT_TOO_LONG"], await Refused.Codes(StatusCode.InvalidArgument, () => _border.CheckCertificateAsync(new() { Text = new('A', 7000) })));
        Assert.Equal(worker, genuine.WorkerNumber);
    }

    [Fact]
    public async Task A_certificate_for_Thailand_is_checked_by_its_two_countries_and_nobody_else()
    {
        var (certificate, _, _) = await host.IssuedCertificate();
        var text = (await _manager.GetCertificateTextAsync(new() { CertificateId = certificate })).Text;
        var chinese = new Proto.Certificates.CertificatesClient(host.As(Who.Is(Role.BorderOfficer, "CN"), "border-control"));

        Assert.Equal(["CERTIFICATE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => chinese.CheckCertificateAsync(new() { Text = text })));
    }

    [Fact]
    public async Task A_worker_has_the_own_certificate_drawn_and_lists_are_for_anybody()
    {
        var (certificate, _, worker) = await host.IssuedCertificate();
        var own = new Proto.Certificates.CertificatesClient(host.As(Who.TheWorker(worker), "own-record"));
        var anybody = new Proto.Certificates.CertificatesClient(host.WithToken(null));

        var drawn = await own.GetCertificateTextAsync(new() { CertificateId = certificate, Picture = Proto.CertificatePicture.Png });

        Assert.Equal((byte[])[0x89, 0x50, 0x4E, 0x47], drawn.Picture.ToByteArray()[..4]);
        Assert.True(drawn.Text.Length < 600, $"{drawn.Text.Length} characters");
        Assert.Contains((await anybody.ListCertificateStatusAsync(new() { Country = "LA" })).StatusLists, l => l.Uri == "urn:gms:orientation-status:LA:0");
        Assert.Empty((await anybody.ListCertificateStatusAsync(new() { Country = "VN" })).StatusLists);
    }

    static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    async Task<Proto.CheckCertificateResponse> Online(string text, string? worker) => await _border.CheckCertificateAsync(new() { Text = text, WorkerNumber = worker ?? "" });

    async Task<CertificateVerdict> Offline(string text) => Offline(text, await Lists());

    CertificateVerdict Offline(string text, IEnumerable<byte[]> lists, DateTimeOffset? at = null) => new CertificateCheck(host.Trust(), lists).Check(text, at ?? Now);

    async Task<IReadOnlyList<byte[]>> Lists() => [.. (await new Proto.Certificates.CertificatesClient(host.WithToken(null)).ListCertificateStatusAsync(new())).StatusLists.Select(l => l.Token.ToByteArray())];
}
