using Gms.Platform;
using Gms.Testing;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Exports;

public sealed class ExportTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    [Fact]
    public async Task A_worker_takes_every_membership_and_month_of_the_own()
    {
        var worker = await Insured();
        await Insured();

        var taken = await Exported.Everything(host.As(Who.TheWorker(worker), "own-record"));

        Assert.Equal(["arrears-complaints", "contributions", "coverage-certificates", "memberships", "payments-abroad"], taken.Keys.Order(StringComparer.Ordinal));
        Assert.Equal([2, 1], [taken["contributions"].Count, taken["memberships"].Count]);
        Assert.Equal(["2026-01..2026-02"], taken["memberships"][0].GetProperty("paid_months").EnumerateArray().Select(m => m.GetString()));
        Assert.All(taken.Values.SelectMany(rows => rows), row => Assert.Equal(worker, row.GetProperty("worker_number").GetString()));
    }

    [Fact]
    public async Task An_office_takes_what_its_country_holds()
    {
        var worker = await Insured();

        Assert.Contains(worker, await Exported.Column(host.As(Who.Is(Role.SocialSecurityOfficer, "TH"), "social-security"), "contributions", "worker_number"));
        var lao = await Exported.Everything(host.As(Who.Is(Role.SocialSecurityOfficer, "LA"), "social-security"));
        Assert.All(lao, t => Assert.Empty(t.Value));
    }

    [Fact]
    public async Task A_month_is_explained_in_the_reader_s_language()
    {
        var worker = await Insured();

        var months = await Exported.Rows(host.As(Who.TheWorker(worker), "own-record"), "contributions", r => r.Language = "my");

        Assert.All(months, m => Assert.Equal(("Paid", "ပေးပြီး"), (m.GetProperty("state").GetString(), m.GetProperty("state_label").GetString())));
    }

    /// <summary>A worker insured in Thailand with two months paid.</summary>
    async Task<string> Insured()
    {
        var worker = host.Worker();
        var officer = host.Officer();
        var membership = (await new Proto.Memberships.MembershipsClient(officer).StartMembershipAsync(Given.Start(worker), Given.OfficersPurpose)).MembershipId;
        foreach (var month in new[] { 1, 2 })
            await new Proto.Contributions.ContributionsClient(officer).PostContributionAsync(Given.Month(membership, month), Given.OfficersPurpose);
        return worker;
    }
}
