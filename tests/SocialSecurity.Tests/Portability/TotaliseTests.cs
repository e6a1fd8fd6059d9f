using Gms.Testing;
using Gms.Type.V1;
using Grpc.Core;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Portability;

public sealed class TotaliseTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    [Fact]
    public async Task Today_and_the_model_stand_side_by_side_and_the_model_says_that_it_is_no_law()
    {
        var worker = host.Worker();
        await Insured(worker, "TH", "TH-SSF-33", [1, 2]);
        await Insured(worker, "LA", "LA-NSSF-ENT", [3]);

        var answer = await new Proto.Portability.PortabilityClient(host.As(Who.TheWorker(worker), "own-record", Given.Now)).TotaliseAsync(new() { WorkerNumber = worker, Branch = Proto.Branch.OldAge });

        Assert.Equal([("LA", 1, 1), ("TH", 2, 2)], answer.Today.Select(c => (c.Country, c.OwnMonths, c.MonthsTogether)));
        Assert.All(answer.Today, c => Assert.Equal(Outcome.Fail, c.Suffices));
        var none = Assert.Single(answer.Agreements);
        Assert.Equal(("LA", "TH", "", "GMS-NONE"), (none.Country, none.Other, none.AgreementId, none.Source.Rule));
        Assert.Equal((Confidence.Low, "2022-11-11"), (answer.ModelSource.Confidence, answer.ModelSource.EffectiveFrom));
        Assert.Contains("not law", answer.ModelSource.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_is_shown_the_own_countrys_months_and_of_others_what_their_signature_shows()
    {
        host.Trust("TH", "LA");
        var (worker, other) = (host.Worker(), host.Worker());
        await Insured(worker, "TH", "TH-SSF-33", [1, 2]);
        await Insured(worker, "LA", "LA-NSSF-ENT", [3]);
        await Insured(other, "LA", "LA-NSSF-ENT", [3]);
        var thai = new Proto.Portability.PortabilityClient(host.Officer("TH"));
        var (stated, others) = (await Stated(worker, "LA"), await Stated(other, "LA"));

        Assert.Equal([("TH", 2)], Months(await thai.TotaliseAsync(Asked(worker), Given.OfficersPurpose)));
        Assert.Equal([("LA", 1), ("TH", 2)], Months(await thai.TotaliseAsync(Asked(worker, stated), Given.OfficersPurpose)));
        // The own record counts, whatever a statement says of it.
        Assert.Equal([("TH", 2)], Months(await thai.TotaliseAsync(Asked(worker, await Stated(worker, "TH")), Given.OfficersPurpose)));
        Assert.Empty(Months(await new Proto.Portability.PortabilityClient(host.Officer("KH")).TotaliseAsync(new() { WorkerNumber = worker, Branch = Proto.Branch.OldAge, Country = "KH" }, Given.OfficersPurpose)));
        Assert.Equal(["STATEMENT_OF_ANOTHER"], await Refused.Codes(StatusCode.InvalidArgument, () => thai.TotaliseAsync(Asked(worker, others), Given.OfficersPurpose)));
        Assert.Equal(["STATEMENT_NOT_TAKEN"], await Refused.Codes(StatusCode.InvalidArgument, () => thai.TotaliseAsync(Asked(worker, stated[..^8]), Given.OfficersPurpose)));
        Assert.Equal(["STATEMENTS_TOO_MANY"], await Refused.Codes(StatusCode.InvalidArgument, () => thai.TotaliseAsync(Asked(worker, [.. Enumerable.Repeat(stated, 13)]), Given.OfficersPurpose)));
    }

    static IEnumerable<(string, int)> Months(Proto.TotaliseResponse answer) => answer.Today.Select(c => (c.Country, c.OwnMonths));

    static Proto.TotaliseRequest Asked(string worker, params string[] statements) => new() { WorkerNumber = worker, Branch = Proto.Branch.OldAge, Country = "TH", Statements = { statements } };

    async Task<string> Stated(string worker, string country) =>
        (await new Proto.Portability.PortabilityClient(host.As(Who.TheWorker(worker), "own-record", Given.Now)).GetStatementAsync(new() { WorkerNumber = worker, Country = country })).Text;

    [Fact]
    public async Task A_worker_of_another_number_is_refused() =>
        await Refused.With(StatusCode.PermissionDenied, () => new Proto.Portability.PortabilityClient(host.As(Who.TheWorker(host.Worker()), "own-record", Given.Now)).TotaliseAsync(new() { WorkerNumber = host.Worker(), Branch = Proto.Branch.OldAge }));

    async Task Insured(string worker, string country, string scheme, int[] months)
    {
        var membership = (await new Proto.Memberships.MembershipsClient(host.Officer(country)).StartMembershipAsync(Given.Start(worker, scheme, channel: country == "TH" ? "MOU_S59" : ""))).MembershipId;
        foreach (var month in months)
        {
            var post = Given.Month(membership, month);
            if (country == "LA")
                (post.Wage, post.EmployeePaid, post.EmployerPaid) = (Kip(3_000_000_00), Kip(165_000_00), Kip(180_000_00));
            await new Proto.Contributions.ContributionsClient(host.Officer(country)).PostContributionAsync(post);
        }
    }

    static Money Kip(long minor) => new() { Minor = minor, Currency = "LAK" };
}
