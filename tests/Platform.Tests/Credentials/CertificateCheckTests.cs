using Gms.Credentials;
using Xunit;
using static Gms.Platform.Tests.Credentials.GivenPass;

namespace Gms.Platform.Tests.Credentials;

public sealed class CertificateCheckTests
{
    static readonly OrientationCertificate Certificate = GivenCertificate.Certificate;

    [Fact]
    public void What_was_signed_is_what_is_read()
    {
        Assert.Equal(Certificate, Check(Certificate.Sign(Lao)).Certificate);
        var least = Certificate with { ExpiresAt = null, Programme = null, Origin = null, Destination = null };
        Assert.Equal(least, Check(least.Sign(Lao)).Certificate);
    }

    [Fact]
    public void Whose_it_is_is_part_of_the_verdict()
    {
        Assert.Equal(("CERTIFICATE_VALID", true), Check(Certificate.Sign(Lao), Certificate.WorkerNumber) is var own ? (own.Code, own.Holds) : default);
        Assert.Equal(("CERTIFICATE_OTHER_WORKER", false), Check(Certificate.Sign(Lao), "LA-0000-0000-0") is var other ? (other.Code, other.Holds) : default);
    }

    [Fact]
    public void Of_a_changed_certificate_nothing_is_believed() => Assert.All(GivenCertificate.Changed(), text =>
    {
        var verdict = Check(text);
        Assert.Null(verdict.Certificate);
        Assert.False(verdict.Holds);
    });

    [Theory]
    [InlineData("CERTIFICATE_VALID", 0, 0)]
    [InlineData("CERTIFICATE_EXPIRED", 300, 0)]
    [InlineData("CERTIFICATE_STATUS_UNKNOWN", 7, 0)]
    [InlineData("CERTIFICATE_REVOKED", 0, 815)]
    [InlineData("CERTIFICATE_VALID", 0, 816)]
    public void Days_and_lists_decide(string code, int days, int revoked) =>
        Assert.Equal(code, new CertificateCheck(Trust(new TrustedKey("LA", PublicKey.Of(Lao), DateTimeOffset.UnixEpoch)).For(days), [GivenCertificate.Status(revoked: revoked)]).Check(Certificate.Sign(Lao), Now.AddDays(days)).Code);

    [Fact]
    public void A_clock_that_is_behind_the_lists_makes_no_certificate_valid() =>
        Assert.Equal("CERTIFICATE_STATUS_UNKNOWN", new CertificateCheck(Trust(), [GivenCertificate.Status()]).Check(Certificate.Sign(Lao), Trust().IssuedAt.AddSeconds(-301)).Code);

    [Fact]
    public void A_pass_s_list_says_nothing_of_a_certificate() =>
        Assert.Equal("CERTIFICATE_STATUS_UNKNOWN", new CertificateCheck(Trust(), [Status(revoked: 815)]).Check(Certificate.Sign(Lao), Now).Code);

    [Fact]
    public void Neither_is_taken_for_the_other()
    {
        Assert.Equal("CERTIFICATE_UNREADABLE", Check(OrientationCertificate.Prefix + Text()[PassText.Prefix.Length..]).Code);
        Assert.Equal("PASS_UNREADABLE", new PassCheck(Trust(), [Status()]).Check(PassText.Prefix + Certificate.Sign(Lao)[OrientationCertificate.Prefix.Length..], Now).Code);
    }

    [Fact]
    public void Every_verdict_has_words() => Assert.All(
        Enum.GetValues<CredentialFault>().Where(f => f != CredentialFault.NotYetValid).Select(f => new CertificateVerdict(f)).Append(new(null)).Append(new(null, OtherWorker: true)),
        verdict => Assert.EndsWith(".", CertificateWords.Of(verdict).WhatToDo, StringComparison.Ordinal));

    static CertificateVerdict Check(string text, string? worker = null) => new CertificateCheck(Trust(), [GivenCertificate.Status()]).Check(text, Now, worker);
}

static class Later
{
    /// <summary>The same keys in a list that is still good after so many days.</summary>
    public static TrustList For(this TrustList trust, int days) => new(trust.Keys, trust.IssuedAt, trust.ExpiresAt.AddDays(days));
}
