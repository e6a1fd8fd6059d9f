using Gms.SocialSecurity.Memberships;
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

    // Forty employers in 31 months, 2024-01 to 2026-07, none of whom paid: 1,240 months, of which 1,200 are listed.
    [Fact]
    public async Task Of_more_months_than_are_listed_the_earliest_of_the_calendar_are_left_out_whichever_employer_they_are_of()
    {
        var worker = host.Worker();
        await host.Db(async db =>
        {
            db.Memberships.AddRange(Enumerable.Range(1, 40).Select(employer => new Membership
            {
                Id = Guid.CreateVersion7(), WorkerNumber = worker, Country = "TH", Scheme = "TH-SSF-33", Employer = $"{employer}", EmploymentType = "FORMAL", Channel = "", FromDay = A.Day("2024-01-01"), Born = "", Sex = "",
            }));
            return await db.SaveChangesAsync();
        });

        var listed = await Own(worker).ListArrearsAsync(new() { WorkerNumber = worker });

        Assert.True(listed.EarlierLeftOut);
        Assert.Equal(Enumerable.Range(1, 30).Select(i => (40, A.Day("2024-01-01").AddMonths(i).ToString("yyyy-MM", null))), listed.Months.CountBy(m => $"{m.Month.Year}-{m.Month.Month:00}").OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Value, c.Key)));
        Assert.Equal(40, listed.Months.Select(m => m.Employer).Index().Count(m => m.Index == 0 || m.Item != listed.Months[m.Index - 1].Employer));    // each employer's in one piece
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
