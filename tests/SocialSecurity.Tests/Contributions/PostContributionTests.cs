using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Contributions;

public sealed class PostContributionTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    readonly Proto.Contributions.ContributionsClient _officer = new(host.Officer());

    [Fact]
    public async Task A_month_paid_in_full_counts_and_shows_what_was_due_and_is_announced_without_amounts()
    {
        var membership = await Membership();

        var posted = await _officer.PostContributionAsync(Given.Month(membership, 1, wage: 20_000_00, paid: 875_00));

        Assert.Equal((Proto.ContributionState.Paid, true), (posted.State, posted.Counts));
        var shown = Assert.Single((await _officer.ListContributionsAsync(new() { MembershipId = membership }, Given.OfficersPurpose)).Contributions);
        Assert.Equal((17_500_00L, 875_00L, 875_00L, "TH-SSF-33@2026-01-01"), (shown.Base.Minor, shown.EmployeeExpected.Minor, shown.EmployerPaid.Minor, shown.Rate));
        var happened = await host.Db(db => db.Outbox.SingleAsync(e => e.SubjectId == posted.ContributionId));
        Assert.Equal("gms.social-security.contribution-posted:1", happened.Name);
        Assert.DoesNotContain("87500", happened.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_that_count_join_into_runs_whatever_order_they_come_in()
    {
        var worker = host.Worker();
        var membership = await Membership(worker);

        foreach (var month in new[] { 4, 1, 2 })
            await _officer.PostContributionAsync(Given.Month(membership, month));
        await _officer.PostContributionAsync(Given.Month(membership, 3, paid: 100_00));

        var shown = Assert.Single((await new Proto.Memberships.MembershipsClient(host.Officer()).ListMembershipsAsync(new() { WorkerNumber = worker, Country = "TH" }, Given.OfficersPurpose)).Memberships);
        Assert.Equal([(1, 2), (4, 4)], shown.Months.Select(m => (m.First.Month, m.Last.Month)));
        Assert.Equal([4, 3, 2, 1], (await _officer.ListContributionsAsync(new() { MembershipId = membership }, Given.OfficersPurpose)).Contributions.Select(c => c.Month.Month));
    }

    [Fact]
    public async Task Posting_twelve_months_at_once_loses_none()
    {
        var worker = host.Worker();
        var membership = await Membership(worker, from: "2025-01-01");

        await Task.WhenAll(Enumerable.Range(1, 12).Select(month => _officer.PostContributionAsync(Given.Month(membership, month, 2025)).ResponseAsync));

        var shown = Assert.Single((await new Proto.Memberships.MembershipsClient(host.Officer()).ListMembershipsAsync(new() { WorkerNumber = worker, Country = "TH" }, Given.OfficersPurpose)).Memberships);
        Assert.Equal((12, 1), (shown.MonthsCounted, shown.Months.Count));
    }

    [Fact]
    public async Task A_month_posted_twice_is_refused_and_counts_once()
    {
        var membership = await Membership();
        await _officer.PostContributionAsync(Given.Month(membership, 1));

        Assert.Equal(["CONTRIBUTION_ALREADY_POSTED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.PostContributionAsync(Given.Month(membership, 1))));
    }

    [Fact]
    public async Task A_month_of_one_employer_is_posted_on_one_of_its_spells_only()
    {
        var worker = host.Worker();
        var memberships = new Proto.Memberships.MembershipsClient(host.Officer());
        var earlier = Given.Start(worker);
        earlier.ToDay = Given.Date("2026-03-10");
        var first = (await memberships.StartMembershipAsync(earlier)).MembershipId;
        var second = (await memberships.StartMembershipAsync(Given.Start(worker, from: "2026-03-20"))).MembershipId;
        var other = (await memberships.StartMembershipAsync(Given.Start(worker, from: "2026-03-20", employer: "1000000002"))).MembershipId;
        await _officer.PostContributionAsync(Given.Month(first, 3));

        Assert.Equal(["CONTRIBUTION_ALREADY_POSTED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.PostContributionAsync(Given.Month(second, 3))));
        await _officer.PostContributionAsync(Given.Month(second, 4));
        await _officer.PostContributionAsync(Given.Month(other, 3));
    }

    [Fact]
    public async Task The_same_request_twice_posts_once_and_answers_the_same()
    {
        var request = Given.Month(await Membership(), 1);

        Assert.Equal(await _officer.PostContributionAsync(request), await _officer.PostContributionAsync(request));
    }

    [Fact]
    public async Task Month_13_is_refused_by_its_field()
    {
        var request = Given.Month(await Membership(), 13);

        Assert.Equal(["month"], await Refused.Fields(StatusCode.InvalidArgument, () => _officer.PostContributionAsync(request)));
    }

    [Fact]
    public async Task An_officer_of_another_country_cannot_post_and_does_not_learn_that_the_membership_exists()
    {
        var request = Given.Month(await Membership(), 1);

        await Refused.With(StatusCode.NotFound, () => new Proto.Contributions.ContributionsClient(host.Officer("LA")).PostContributionAsync(request));
    }

    [Fact]
    public async Task A_posted_month_can_be_neither_changed_nor_deleted_by_the_service()
    {
        await _officer.PostContributionAsync(Given.Month(await Membership(), 1));

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Db(db => db.Database.ExecuteSqlRawAsync("DELETE FROM contributions")));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() => host.Db(db => db.Database.ExecuteSqlRawAsync("UPDATE contributions SET counts = true")));
    }

    [Fact]
    public async Task A_membership_cannot_end_before_a_month_that_was_paid()
    {
        var membership = await Membership();
        await _officer.PostContributionAsync(Given.Month(membership, 6));

        Assert.Equal(["MEMBERSHIP_MONTHS_AFTER_END"], await Refused.Codes(StatusCode.FailedPrecondition, () => new Proto.Memberships.MembershipsClient(host.Officer()).EndMembershipAsync(
            new() { RequestId = Guid.NewGuid().ToString(), MembershipId = membership, LastDay = Given.Date("2026-05-31"), Reason = Proto.MembershipEnd.LeftCountry })));
    }

    [Fact]
    public async Task An_end_and_a_later_month_at_the_same_moment_never_both_stand()
    {
        for (var round = 0; round < 10; round++)
        {
            var worker = host.Worker();
            var membership = await Membership(worker);

            var end = Status(new Proto.Memberships.MembershipsClient(host.Officer()).EndMembershipAsync(
                new() { RequestId = Guid.NewGuid().ToString(), MembershipId = membership, LastDay = Given.Date("2026-03-31"), Reason = Proto.MembershipEnd.LeftCountry }));
            var month = Status(_officer.PostContributionAsync(Given.Month(membership, 5)));

            // One of the two is refused, by a rule or as too late; which one is chance.
            var outcomes = await Task.WhenAll(end, month);
            Assert.Equal(1, outcomes.Count(o => o == StatusCode.OK));
            Assert.All(outcomes, o => Assert.True(o is StatusCode.OK or StatusCode.FailedPrecondition or StatusCode.Aborted, o.ToString()));
        }
    }

    [Fact]
    public async Task A_membership_recorded_in_error_takes_no_month()
    {
        var membership = await Membership();
        await new Proto.Memberships.MembershipsClient(host.Officer()).EndMembershipAsync(
            new() { RequestId = Guid.NewGuid().ToString(), MembershipId = membership, LastDay = Given.Date("2026-12-31"), Reason = Proto.MembershipEnd.RecordedInError });

        Assert.Equal(["CONTRIBUTION_MEMBERSHIP_CLOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.PostContributionAsync(Given.Month(membership, 1))));
    }

    static async Task<StatusCode> Status<T>(AsyncUnaryCall<T> call)
    {
        try
        {
            await call;
            return StatusCode.OK;
        }
        catch (RpcException refused)
        {
            return refused.StatusCode;
        }
    }

    async Task<string> Membership(string? worker = null, string from = "2026-01-10") =>
        (await new Proto.Memberships.MembershipsClient(host.Officer()).StartMembershipAsync(Given.Start(worker ?? host.Worker(), from: from))).MembershipId;
}
