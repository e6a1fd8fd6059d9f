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
