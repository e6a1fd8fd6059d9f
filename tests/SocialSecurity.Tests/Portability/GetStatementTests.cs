using Gms.Credentials;
using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Portability;

public sealed class GetStatementTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    [Fact]
    public async Task A_statement_is_checked_with_nothing_but_the_trust_list()
    {
        var trust = host.Trust("TH", "LA");
        var (worker, _) = await Insured(1, 2, 4);

        var statement = await Own(worker).GetStatementAsync(new() { WorkerNumber = worker, Country = "TH" });

        var verdict = StatementCheck.Check(statement.Text, trust, Given.Now);
        Assert.Equal("STATEMENT_VALID", verdict.Code);
        Assert.Equal((worker, "TH", 1999), (verdict.Statement!.WorkerNumber, verdict.Statement.Country, verdict.Statement.BirthYear));
        Assert.Equal([("TH-SSF-33", (2026 * 12) + 0, (2026 * 12) + 1), ("TH-SSF-33", (2026 * 12) + 3, (2026 * 12) + 3)], verdict.Statement.Periods.Select(p => (p.Scheme, p.First, p.Last)));
        Assert.Null(verdict.Statement.Posting);
    }

    [Fact]
    public async Task What_is_changed_by_one_character_or_signed_by_a_key_that_nobody_lists_is_not_taken()
    {
        var trust = host.Trust("TH");
        var (worker, _) = await Insured(1);
        var text = (await Own(worker).GetStatementAsync(new() { WorkerNumber = worker, Country = "TH" })).Text;

        for (var i = StatementText.Prefix.Length; i < text.Length; i += 7)
            Assert.NotNull(StatementCheck.Check(text[..i] + (text[i] == '0' ? '1' : '0') + text[(i + 1)..], trust, Given.Now).Fault);
        Assert.Equal("STATEMENT_KEY_UNKNOWN", StatementCheck.Check(text, new([], Given.Now, Given.Now.AddDays(30)), Given.Now).Code);
        Assert.Equal("STATEMENT_KEY_COMPROMISED", StatementCheck.Check(text, new([trust.Keys[0] with { CompromisedSince = Given.Now }], Given.Now, Given.Now.AddDays(30)), Given.Now).Code);
        Assert.Equal("STATEMENT_KEY_OF_ANOTHER_COUNTRY", StatementCheck.Check(text, new([trust.Keys[0] with { Country = "LA" }], Given.Now, Given.Now.AddDays(30)), Given.Now).Code);
        Assert.Equal("STATEMENT_UNREADABLE", StatementCheck.Check("GMSI1:", trust, Given.Now) is { Code: "STATEMENT_TRUNCATED" } ? "STATEMENT_UNREADABLE" : "?");
        Assert.NotNull(new PassCheck(trust).Check(PassText.Prefix + text[StatementText.Prefix.Length..], Given.Now).Fault);    // never taken for a pass
    }

    [Fact]
    public async Task The_office_reads_what_a_genuine_statement_states_and_of_a_forged_one_nothing()
    {
        host.Trust("TH");
        var (worker, _) = await Insured(1);
        var text = (await Own(worker).GetStatementAsync(new() { WorkerNumber = worker, Country = "TH" })).Text;
        var lao = new Proto.Portability.PortabilityClient(host.Officer("LA"));

        var genuine = await lao.VerifyStatementAsync(new() { Text = text }, Given.OfficersPurpose);
        Assert.Equal(("STATEMENT_VALID", worker), (genuine.Verdict, genuine.Statement.WorkerNumber));
        Assert.Equal((1, 2026), (genuine.Statement.Periods[0].First.Month, genuine.Statement.Periods[0].Last.Year));
        var forged = await lao.VerifyStatementAsync(new() { Text = "GMSI1:ABC" }, Given.OfficersPurpose);
        Assert.Null(forged.Statement);
        await Refused.With(StatusCode.InvalidArgument, () => lao.VerifyStatementAsync(new() { Text = new('0', 6001) }, Given.OfficersPurpose));
    }

    [Fact]
    public async Task A_key_that_is_not_on_the_trust_list_signs_nothing()
    {
        host.Trust("LA");
        var (worker, _) = await Insured(1);

        Assert.Equal(["STATEMENT_KEY_NOT_ON_RECORD"], await Refused.Codes(StatusCode.Unavailable, () => Own(worker).GetStatementAsync(new() { WorkerNumber = worker, Country = "TH" })));
    }

    [Fact]
    public async Task Without_a_month_that_counts_there_is_nothing_to_state()
    {
        host.Trust("TH");
        var (worker, _) = await Insured();

        Assert.Equal(["STATEMENT_NOTHING_TO_STATE"], await Refused.Codes(StatusCode.FailedPrecondition, () => Own(worker).GetStatementAsync(new() { WorkerNumber = worker, Country = "TH" })));
    }

    [Fact]
    public async Task Another_worker_and_another_countrys_office_get_none()
    {
        host.Trust("TH");
        var (worker, _) = await Insured(1);
        var (other, _) = await Insured(1);

        await Refused.With(StatusCode.PermissionDenied, () => Own(other).GetStatementAsync(new() { WorkerNumber = worker, Country = "TH" }));
        await Refused.With(StatusCode.PermissionDenied, () => new Proto.Portability.PortabilityClient(host.Officer("LA")).GetStatementAsync(new() { WorkerNumber = worker, Country = "TH" }, Given.OfficersPurpose));
    }

    [Fact]
    public async Task A_posted_workers_certificate_names_host_and_days_and_says_that_no_agreement_stands_behind_it()
    {
        var trust = host.Trust("TH");
        var (worker, membership) = await Insured(1);
        var officer = new Proto.Portability.PortabilityClient(host.Officer());

        var certified = await officer.CertifyCoverageAsync(new() { RequestId = Guid.NewGuid().ToString(), MembershipId = membership, Host = "VN", FromDay = Given.Date("2026-08-01"), ToDay = Given.Date("2026-12-31") });
        var text = (await officer.GetStatementAsync(new() { WorkerNumber = worker, Country = "TH", CertificateId = certified.CertificateId }, Given.OfficersPurpose)).Text;

        var posting = StatementCheck.Check(text, trust, Given.Now).Statement!.Posting!;
        Assert.Equal(("VN", A.Day("2026-08-01"), A.Day("2026-12-31"), null, ""), (posting.Host, posting.From, posting.To, posting.Agreement, certified.AgreementId));
        Assert.Equal(certified.CertificateId, StatementCheck.Check(text, trust, Given.Now).Statement!.StatementId.ToString());
    }

    Proto.Portability.PortabilityClient Own(string worker) => new(host.As(Who.TheWorker(worker), "own-record", Given.Now));

    async Task<(string Worker, string Membership)> Insured(params int[] months)
    {
        var worker = host.Worker();
        var membership = (await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker))).MembershipId;
        foreach (var month in months)
            await new Proto.Contributions.ContributionsClient(host.Officer()).PostContributionAsync(Given.Month(membership, month));
        return (worker, membership);
    }
}
