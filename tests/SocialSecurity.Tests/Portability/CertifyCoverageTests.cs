using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Portability;

public sealed class CertifyCoverageTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    [Theory]
    [InlineData("TH", "2026-08-01", "2026-12-31", "CERTIFICATE_AT_HOME")]
    [InlineData("VN", "2026-08-02", "2026-08-01", "CERTIFICATE_DAYS")]
    [InlineData("VN", "2026-01-09", "2026-12-31", "CERTIFICATE_NOT_INSURED")]    // the membership begins on 10 January
    [InlineData("VN", "2026-02-01", "2027-01-01", "CERTIFICATE_NOT_INSURED")]    // and ends on 31 December
    public async Task Days_that_the_membership_does_not_cover_are_not_certified(string host_, string from, string to, string code)
    {
        var membership = await Insured();

        Assert.Equal([code], await Refused.Codes(StatusCode.FailedPrecondition, () => Certify(membership, host_, from, to)));
    }

    [Fact]
    public async Task An_unknown_membership_and_one_of_another_country_are_not_found()
    {
        var membership = await Insured();

        await Refused.With(StatusCode.NotFound, () => Certify(Guid.NewGuid().ToString(), "VN", "2026-08-01", "2026-08-31"));
        await Refused.With(StatusCode.NotFound, () => Certify(membership, "VN", "2026-08-01", "2026-08-31", "LA"));
    }

    AsyncUnaryCall<Proto.CertifyCoverageResponse> Certify(string membership, string to, string from, string last, string office = "TH") =>
        new Proto.Portability.PortabilityClient(host.Officer(office)).CertifyCoverageAsync(new() { RequestId = Guid.NewGuid().ToString(), MembershipId = membership, Host = to, FromDay = Given.Date(from), ToDay = Given.Date(last) });

    async Task<string> Insured()
    {
        var start = Given.Start(host.Worker());
        start.ToDay = Given.Date("2026-12-31");
        return (await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(start)).MembershipId;
    }
}
