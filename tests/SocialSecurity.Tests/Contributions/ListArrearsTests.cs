using Gms.Testing;
using Grpc.Core;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Contributions;

public sealed class ListArrearsTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    [Fact]
    public async Task The_worker_sees_the_months_that_the_employer_did_not_pay()
    {
        var (worker, membership) = await Insured();
        foreach (var (month, paid) in new[] { (1, 600_00L), (2, 100_00L), (4, 600_00L) })
            await new Proto.Contributions.ContributionsClient(host.Officer()).PostContributionAsync(Given.Month(membership, month, paid: paid));

        var listed = await Own(worker).ListArrearsAsync(new() { WorkerNumber = worker });

        // On 15 July 2026: February was paid in part, March and May never filed; June is due that very day.
        Assert.Equal([(2, Proto.ArrearsState.Short, 1_000_00L), (3, Proto.ArrearsState.NotFiled, 0), (5, Proto.ArrearsState.NotFiled, 0), (6, Proto.ArrearsState.NotDue, 0), (7, Proto.ArrearsState.NotDue, 0)],
            listed.Months.Select(m => (m.Month.Month, m.State, m.Missing?.Minor ?? 0)));
        Assert.Equal(["1000000001"], listed.Months.Select(m => m.Employer).Distinct());
        Assert.Equal((2, 15), (listed.Months[0].Source.Rule.Length > 0 ? 2 : 0, listed.Months[0].DueOn.Day));
    }

    [Fact]
    public async Task Paid_months_are_listed_when_they_are_asked_for()
    {
        var (worker, membership) = await Insured();
        await new Proto.Contributions.ContributionsClient(host.Officer()).PostContributionAsync(Given.Month(membership, 1));

        Assert.Equal(Proto.ArrearsState.Paid, (await Own(worker).ListArrearsAsync(new() { WorkerNumber = worker, WithPaid = true })).Months[0].State);
    }

    [Fact]
    public async Task Another_workers_months_are_nobodys_business()
    {
        var (worker, _) = await Insured();
        var (other, _) = await Insured();

        await Refused.With(StatusCode.PermissionDenied, () => Own(other).ListArrearsAsync(new() { WorkerNumber = worker }));
        await Refused.With(StatusCode.PermissionDenied, () => new Proto.Contributions.ContributionsClient(host.Officer("LA")).ListArrearsAsync(new() { WorkerNumber = worker, Country = "TH" }, Given.OfficersPurpose));
    }

    Proto.Contributions.ContributionsClient Own(string worker) => new(host.As(Who.TheWorker(worker), "own-record", Given.Now));

    async Task<(string Worker, string Membership)> Insured()
    {
        var worker = host.Worker();
        return (worker, (await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker))).MembershipId);
    }
}
