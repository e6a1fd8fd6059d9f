using Gms.Platform;
using Gms.Registry.V1;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Memberships;

public sealed class StartMembershipTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    readonly Proto.Memberships.MembershipsClient _officer = new(host.Officer());

    [Fact]
    public async Task A_started_membership_is_listed_audited_and_announced_without_employer_or_wage()
    {
        var worker = host.Worker();

        var started = await _officer.StartMembershipAsync(Given.Start(worker, employer: "EMP-7781"));

        var listed = await _officer.ListMembershipsAsync(new() { WorkerNumber = worker, Country = "TH" }, Given.OfficersPurpose);
        Assert.Equal((started.MembershipId, "TH-SSF-33", "EMP-7781", 0), Assert.Single(listed.Memberships) is var m ? (m.MembershipId, m.SchemeId, m.Employer, m.MonthsCounted) : default);
        var happened = Assert.Single(await host.Db(db => db.Outbox.Where(e => e.SubjectId == started.MembershipId).ToListAsync()));
        Assert.Equal(("gms.social-security.membership-started:1", 1L), (happened.Name, happened.SubjectVersion));
        Assert.DoesNotContain("7781", happened.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_request_twice_starts_once()
    {
        var request = Given.Start(host.Worker());

        var ids = new[] { (await _officer.StartMembershipAsync(request)).MembershipId, (await _officer.StartMembershipAsync(request)).MembershipId };

        Assert.Single(ids.Distinct());
    }

    [Fact]
    public async Task Overlapping_days_through_one_employer_are_refused_by_the_database_however_the_employer_is_spelt()
    {
        var worker = host.Worker();
        var employer = Guid.NewGuid();
        await _officer.StartMembershipAsync(Given.Start(worker, employer: employer.ToString()));

        Assert.Equal(["MEMBERSHIP_OVERLAPS"], await Refused.Codes(StatusCode.FailedPrecondition,
            () => _officer.StartMembershipAsync(Given.Start(worker, from: "2026-03-01", employer: employer.ToString().ToUpperInvariant()))));
    }

    [Fact]
    public async Task Several_employers_on_one_day_are_allowed()
    {
        var worker = host.Worker();
        await _officer.StartMembershipAsync(Given.Start(worker, employer: "1"));
        await _officer.StartMembershipAsync(Given.Start(worker, employer: "2"));

        Assert.Equal(2, (await _officer.ListMembershipsAsync(new() { WorkerNumber = worker, Country = "TH" }, Given.OfficersPurpose)).Memberships.Count);
    }

    [Fact]
    public async Task Twenty_starts_at_once_make_one_membership()
    {
        var worker = host.Worker();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            try
            {
                await _officer.StartMembershipAsync(Given.Start(worker));
                return StatusCode.OK;
            }
            catch (RpcException refused)
            {
                return refused.StatusCode;
            }
        }));

        Assert.Equal((1, 19), (outcomes.Count(o => o == StatusCode.OK), outcomes.Count(o => o == StatusCode.FailedPrecondition)));
    }

    [Fact]
    public async Task A_number_that_Registry_does_not_know_is_refused_and_nothing_is_written()
    {
        var worker = host.Worker("MM");
        host.Peers.Answer("/gms.registry.v1.Workers/ConfirmWorker", (ConfirmWorkerRequest r) => new ConfirmWorkerResponse());

        Assert.Equal(["MEMBERSHIP_WORKER_UNKNOWN"], await Refused.Codes(StatusCode.FailedPrecondition, () => _officer.StartMembershipAsync(Given.Start(worker))));
        Assert.False(await host.Db(db => db.Outbox.AnyAsync(e => e.Body.Contains(worker))));
    }

    [Fact]
    public async Task While_Registry_is_down_the_call_is_unavailable_and_may_be_repeated()
    {
        var request = Given.Start(host.Worker());
        host.Peers.TakeDown("/gms.registry.v1.Workers/ConfirmWorker");

        await Refused.With(StatusCode.Unavailable, () => _officer.StartMembershipAsync(request));

        host.Worker();
        Assert.NotEmpty((await _officer.StartMembershipAsync(request)).MembershipId);
    }

    [Fact]
    public async Task An_officer_of_another_country_may_not_start_a_Thai_membership() =>
        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => new Proto.Memberships.MembershipsClient(host.Officer("LA")).StartMembershipAsync(Given.Start(host.Worker()))));

    [Theory]
    [InlineData("scheme_id", StatusCode.NotFound)]
    [InlineData("employment_type", StatusCode.InvalidArgument)]
    [InlineData("channel", StatusCode.InvalidArgument)]
    [InlineData("from_day", StatusCode.InvalidArgument)]
    [InlineData("worker_number", StatusCode.InvalidArgument)]
    [InlineData("request_id", StatusCode.InvalidArgument)]
    public async Task A_wrong_field_is_named(string field, StatusCode status)
    {
        var request = Given.Start(host.Worker());
        switch (field)
        {
            case "scheme_id": request.SchemeId = "TH-SSF-99"; break;
            case "employment_type": request.EmploymentType = "SOME"; break;
            case "channel": request.Channel = "BY_BOAT"; break;
            case "from_day": request.FromDay = new() { Year = 2026, Month = 13, Day = 1 }; break;
            case "worker_number": request.WorkerNumber = "LA-0000-0000-1"; break;
            case "request_id": request.RequestId = ""; break;
        }

        Assert.Equal([field], await Refused.Fields(status, () => _officer.StartMembershipAsync(request)));
    }

    [Fact]
    public async Task An_ended_membership_is_announced_as_version_two_and_makes_room_for_another()
    {
        var worker = host.Worker();
        var first = (await _officer.StartMembershipAsync(Given.Start(worker))).MembershipId;

        await _officer.EndMembershipAsync(new() { RequestId = Guid.NewGuid().ToString(), MembershipId = first, LastDay = Given.Date("2026-03-31"), Reason = Proto.MembershipEnd.EmploymentEnded });
        await _officer.StartMembershipAsync(Given.Start(worker, from: "2026-04-01"));

        var happened = await host.Db(db => db.Outbox.Where(e => e.SubjectId == first).OrderBy(e => e.SubjectVersion).Select(e => e.Name).ToListAsync());
        Assert.Equal(["gms.social-security.membership-started:1", "gms.social-security.membership-ended:1"], happened);
    }

    [Fact]
    public async Task An_ended_membership_that_was_another_persons_is_taken_out_and_makes_room_for_the_right_one()
    {
        var worker = host.Worker();
        var wrong = (await _officer.StartMembershipAsync(Given.Start(worker))).MembershipId;
        await new Proto.Contributions.ContributionsClient(host.Officer()).PostContributionAsync(Given.Month(wrong, 1));
        await _officer.EndMembershipAsync(new() { RequestId = Guid.NewGuid().ToString(), MembershipId = wrong, LastDay = Given.Date("2026-03-31"), Reason = Proto.MembershipEnd.EmploymentEnded });

        await _officer.EndMembershipAsync(new() { RequestId = Guid.NewGuid().ToString(), MembershipId = wrong, LastDay = Given.Date("2026-03-31"), Reason = Proto.MembershipEnd.RecordedInError });
        await _officer.StartMembershipAsync(Given.Start(worker));

        var coverage = await new Proto.Coverage.CoverageClient(host.Officer()).CheckCoverageAsync(Given.Coverage(worker, "2026-03-15"), Given.OfficersPurpose);
        Assert.Equal(0, coverage.Branches.SelectMany(b => b.Schemes).Max(s => s.MonthsCounted));
        var announced = await host.Db(db => db.Outbox.Where(e => e.SubjectId == wrong).OrderBy(e => e.SubjectVersion).Select(e => e.SubjectVersion).ToListAsync());
        Assert.Equal([1L, 2, 3], announced);
    }

    [Fact]
    public async Task An_officer_of_another_country_cannot_tell_whether_a_membership_exists()
    {
        var id = (await _officer.StartMembershipAsync(Given.Start(host.Worker()))).MembershipId;
        var stranger = new Proto.Memberships.MembershipsClient(host.Officer("KH"));

        Assert.Equal(["MEMBERSHIP_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound,
            () => stranger.EndMembershipAsync(new() { RequestId = Guid.NewGuid().ToString(), MembershipId = id, LastDay = Given.Date("2026-03-31"), Reason = Proto.MembershipEnd.LeftCountry })));
    }

    [Fact]
    public async Task A_worker_sees_all_own_memberships_and_nobody_elses()
    {
        var worker = host.Worker();
        await _officer.StartMembershipAsync(Given.Start(worker));
        await new Proto.Memberships.MembershipsClient(host.Officer("LA")).StartMembershipAsync(Given.Start(worker, "LA-NSSF-ENT", from: "2024-01-01", channel: ""));
        var own = new Proto.Memberships.MembershipsClient(host.As(Who.TheWorker(worker), "own-record"));

        Assert.Equal(["TH-SSF-33", "LA-NSSF-ENT"], (await own.ListMembershipsAsync(new() { WorkerNumber = worker })).Memberships.Select(m => m.SchemeId));
        await Refused.With(StatusCode.PermissionDenied, () => own.ListMembershipsAsync(new() { WorkerNumber = host.Worker() }));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_gap_or_repeat()
    {
        var worker = host.Worker();
        foreach (var employer in new[] { "1", "2", "3" })
            await _officer.StartMembershipAsync(Given.Start(worker, employer: employer));

        var first = await _officer.ListMembershipsAsync(new() { WorkerNumber = worker, Country = "TH", PageSize = 2 }, Given.OfficersPurpose);
        var second = await _officer.ListMembershipsAsync(new() { WorkerNumber = worker, Country = "TH", PageSize = 2, PageToken = first.NextPageToken }, Given.OfficersPurpose);

        Assert.Equal(["1", "2", "3"], first.Memberships.Concat(second.Memberships).Select(m => m.Employer));
        Assert.Equal("", second.NextPageToken);
    }
}
