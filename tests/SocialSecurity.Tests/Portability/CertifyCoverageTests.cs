using Gms.Credentials;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
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
    public async Task A_membership_without_an_end_is_certified_for_24_months_at_most()
    {
        var membership = await Insured(open: true);

        Assert.Equal(["CERTIFICATE_TOO_LONG"], await Refused.Codes(StatusCode.FailedPrecondition, () => Certify(membership, "VN", "2026-08-01", "2028-08-01")));
        Assert.NotEmpty((await Certify(membership, "VN", "2026-08-01", "2028-07-31")).CertificateId);
    }

    [Theory]
    [InlineData("2026-10-31", "2026-10-31")]    // ended within the days certified: signed up to that day
    [InlineData("2026-12-31", "2026-12-31")]
    [InlineData("2026-07-31", "")]              // ended before the first of them: nothing to sign
    public async Task A_certificate_is_signed_no_longer_than_the_membership_lasted(string lastDay, string until)
    {
        var trust = host.Trust("TH");
        var membership = await Insured(open: true);
        var certificate = (await Certify(membership, "VN", "2026-08-01", "2026-12-31")).CertificateId;
        await new Proto.Memberships.MembershipsClient(host.Officer()).EndMembershipAsync(new() { RequestId = Guid.NewGuid().ToString(), MembershipId = membership, LastDay = Given.Date(lastDay), Reason = Proto.MembershipEnd.EmploymentEnded });
        var officer = new Proto.Portability.PortabilityClient(host.Officer());
        var worker = await host.Db(db => db.Memberships.Where(m => m.Id == Guid.Parse(membership)).Select(m => m.WorkerNumber).SingleAsync());
        Proto.GetStatementRequest asked = new() { WorkerNumber = worker, Country = "TH", CertificateId = certificate };

        if (until.Length == 0)
            Assert.Equal(["CERTIFICATE_NOT_INSURED"], await Refused.Codes(StatusCode.FailedPrecondition, () => officer.GetStatementAsync(asked, Given.OfficersPurpose)));
        else
            Assert.Equal(A.Day(until), StatementCheck.Check((await officer.GetStatementAsync(asked, Given.OfficersPurpose)).Text, trust, Given.Now).Statement!.Posting!.To);
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

    async Task<string> Insured(bool open = false)
    {
        var start = Given.Start(host.Worker());
        start.ToDay = open ? null : Given.Date("2026-12-31");
        return (await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(start)).MembershipId;
    }
}
