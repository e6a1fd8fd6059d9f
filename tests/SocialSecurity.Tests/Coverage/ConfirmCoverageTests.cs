using Gms.Credentials;
using Gms.Platform;
using Gms.SocialSecurity.Tests.Portability;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Coverage;

/// <summary>What leaves the country that holds the record: yes or no, days, months, signed.</summary>
public sealed class ConfirmCoverageTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    [Fact]
    public async Task The_home_country_s_office_is_told_yes_the_days_and_3_months_and_checks_them_with_no_network()
    {
        var trust = host.Trust("TH");
        var worker = await Insured();

        var answer = await Office("LA").ConfirmCoverageAsync(Asked(worker));

        var (fault, signed) = CoverageAnswer.Check(answer.Text, trust, Given.Now);
        Assert.Null(fault);
        Assert.Equal((worker, "TH", A.Day("2026-06-15"), answer.AnswerId), (signed!.WorkerNumber, signed.Country, signed.Day, signed.AnswerId.ToString()));
        Assert.Equal([new AnsweredScheme("TH-SSF-33", true, A.Day("2026-01-10"), null, 3)], signed.InSchemes);
        Assert.True(answer.Insured);
        Assert.Equal(3, answer.Schemes.Single().MonthsCounted);
    }

    [Fact]
    public async Task What_began_after_the_day_is_not_told_and_before_it_the_answer_is_no()
    {
        var trust = host.Trust("TH");
        var worker = await Insured();

        var answer = await Office("LA").ConfirmCoverageAsync(Asked(worker, "2026-01-09"));

        Assert.False(answer.Insured);
        Assert.Empty(CoverageAnswer.Check(answer.Text, trust, Given.Now).Answer!.InSchemes);
    }

    // Cambodia, voluntary members: whoever misses more than six months has given up. From October to March they are six, with April seven.
    [Theory]
    [InlineData("2026-04-30", true)]
    [InlineData("2026-05-01", false)]
    public async Task Who_gave_up_by_missing_months_is_signed_as_insured_no_longer_than_a_coverage_check_says(string day, bool insured)
    {
        host.Trust("KH");
        var worker = host.Worker();
        await new Proto.Memberships.MembershipsClient(host.Officer("KH")).StartMembershipAsync(Given.Start(worker, "KH-NSSF-VOL", from: "2025-10-01", employer: "", employment: "SELF_EMPLOYED", channel: ""));
        var asked = Given.Coverage(worker, day, "SELF_EMPLOYED", "");
        asked.Country = "KH";

        var check = await Office("KH").CheckCoverageAsync(asked);
        var answer = await Office("KH").ConfirmCoverageAsync(new() { WorkerNumber = worker, Country = "KH", Day = Given.Date(day) });

        Assert.Equal(!insured, check.Branches.SelectMany(b => b.Schemes).Any(s => s is { SchemeId: "KH-NSSF-VOL", Ground: Proto.CoverageGround.GivenUp }));
        Assert.Equal((insured, insured), (answer.Insured, answer.Schemes.Single().Insured));
        Assert.Equal(Given.Date("2025-10-01"), answer.Schemes.Single().FromDay);
    }

    // Thailand, section 39: that missed months end a membership is not verified; nobody's membership is signed away by it.
    [Fact]
    public async Task Missed_months_do_not_sign_a_membership_away_by_a_rule_that_is_not_verified()
    {
        host.Trust("TH");
        var worker = host.Worker();
        await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker, "TH-SSF-39", from: "2025-01-01", employer: ""));

        var answer = await Office("LA").ConfirmCoverageAsync(Asked(worker));

        Assert.Equal((true, 0), (answer.Schemes.Single().Insured, answer.Schemes.Single().MonthsCounted));
    }

    [Fact]
    public async Task Nobody_but_the_worker_the_home_country_and_the_holding_country_is_answered()
    {
        host.Trust("TH");
        var worker = await Insured();

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => Office("KH").ConfirmCoverageAsync(Asked(worker))));
        Assert.True((await Office("TH").ConfirmCoverageAsync(Asked(worker))).Insured);
        Assert.True((await new Proto.Coverage.CoverageClient(host.As(Who.TheWorker(worker), "own-record", Given.Now)).ConfirmCoverageAsync(Asked(worker))).Insured);
        await Refused.With(StatusCode.PermissionDenied, () => new Proto.Coverage.CoverageClient(host.As(Who.TheWorker(host.Worker()), "own-record", Given.Now)).ConfirmCoverageAsync(Asked(worker)));
    }

    [Fact]
    public async Task An_office_that_was_shown_an_answer_checks_it_by_call_and_of_a_changed_one_reads_nothing()
    {
        host.Trust("TH");
        var worker = await Insured();
        var text = (await Office("LA").ConfirmCoverageAsync(Asked(worker))).Text;
        var reader = new Proto.Portability.PortabilityClient(host.Officer("KH"));

        var genuine = await reader.VerifyStatementAsync(new() { Text = text }, Given.OfficersPurpose);
        var forged = await reader.VerifyStatementAsync(new() { Text = text[..^6] }, Given.OfficersPurpose);

        Assert.Equal(("STATEMENT_VALID", worker, "TH", null), (genuine.Verdict, genuine.Answer.WorkerNumber, genuine.Answer.Country, genuine.Statement));
        Assert.Equal(("TH-SSF-33", true, 3, 10, null), Assert.Single(genuine.Answer.Schemes) is var s ? (s.SchemeId, s.Insured, s.MonthsCounted, s.FromDay.Day, s.ToDay) : default);
        Assert.NotEqual("STATEMENT_VALID", forged.Verdict);
        Assert.Null(forged.Answer);
    }

    [Fact]
    public async Task Each_answer_is_disclosed_to_the_worker()
    {
        host.Trust("TH");
        var worker = await Insured();

        await Office("LA").ConfirmCoverageAsync(Asked(worker));

        Assert.Equal("coverage_answer", await host.Db(db => db.Set<AuditRow>().Where(a => a.Subject == worker && a.Event == "coverage-confirmed").Select(a => a.Fields).SingleAsync()));
    }

    [Fact]
    public async Task A_changed_answer_a_strange_key_and_a_statement_are_not_taken_for_one()
    {
        var trust = host.Trust("TH");
        var worker = await Insured();
        var text = (await Office("LA").ConfirmCoverageAsync(Asked(worker))).Text;

        for (var i = CoverageAnswer.Prefix.Length; i < text.Length; i += 5)
            Assert.NotNull(CoverageAnswer.Check(text[..i] + (text[i] == '0' ? '1' : '0') + text[(i + 1)..], trust, Given.Now).Fault);
        Assert.Equal(CredentialFault.KeyUnknown, CoverageAnswer.Check(text, new([], Given.Now, Given.Now.AddDays(30)), Given.Now).Fault);
        var statement = (await new Proto.Portability.PortabilityClient(host.Officer()).GetStatementAsync(new() { WorkerNumber = worker, Country = "TH" }, Given.OfficersPurpose)).Text;
        Assert.Equal(CredentialFault.Unreadable, CoverageAnswer.Check(CoverageAnswer.Prefix + statement[StatementText.Prefix.Length..], trust, Given.Now).Fault);
        Assert.NotNull(StatementCheck.Check(StatementText.Prefix + text[CoverageAnswer.Prefix.Length..], trust, Given.Now).Fault);
    }

    [Fact]
    public async Task Without_a_key_on_the_trust_list_nothing_is_answered()
    {
        host.Trust("LA");

        Assert.Equal(["STATEMENT_KEY_NOT_ON_RECORD"], await Refused.Codes(StatusCode.Unavailable, () => Office("LA").ConfirmCoverageAsync(Asked(host.Worker()))));
    }

    Proto.Coverage.CoverageClient Office(string country) => new(host.As(Who.Is(Role.SocialSecurityOfficer, country), "social-security", Given.Now));

    static Proto.ConfirmCoverageRequest Asked(string worker, string day = "2026-06-15") => new() { WorkerNumber = worker, Country = "TH", Day = Given.Date(day) };

    async Task<string> Insured()
    {
        var worker = host.Worker();
        var membership = (await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker))).MembershipId;
        for (var month = 1; month <= 3; month++)
            await new Proto.Contributions.ContributionsClient(host.Officer()).PostContributionAsync(Given.Month(membership, month));
        return worker;
    }
}
