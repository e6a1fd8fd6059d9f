using Gms.Events.Registry;
using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Tests.Portability;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Tests.Memberships;

/// <summary>A worker who was enrolled twice, with memberships and months under both numbers.</summary>
public sealed class OnWorkersMergedTests(SocialSecurityHost host) : IClassFixture<SocialSecurityHost>
{
    readonly Proto.Memberships.MembershipsClient _memberships = new(host.Officer());
    readonly Proto.Contributions.ContributionsClient _contributions = new(host.Officer());
    readonly Proto.Coverage.CoverageClient _coverage = new(host.As(Who.Is(Role.SocialSecurityOfficer, "TH"), "social-security", Given.Now));
    readonly Gms.WorkItems.V1.WorkItems.WorkItemsClient _workItems = new(host.As(Who.Is(Role.SocialSecurityOfficer, "TH"), "social-security"));

    [Fact]
    public async Task A_merge_counts_the_months_of_both_once_finds_the_overlap_and_undoing_it_restores_cover_exactly()
    {
        var (one, other) = (host.Worker(), host.Worker());
        await Insured(one, "1000000001", "2026-01-10", 2, 3);
        await Insured(other, "1000000002", "2026-02-01", 3, 4);
        var before = (await Cover(one), await Cover(other));
        var merging = new Merging(one, other);

        await Merge(merging);

        var merged = await Cover(one);
        Assert.Equal(merged, await Cover(other));
        Assert.Equal((2, 3), (Care(before.Item1).MonthsCounted, Care(merged).MonthsCounted));
        Assert.Equal((Proto.CoverageState.Waiting, Proto.CoverageState.Covered), (Care(before.Item1).State, Care(merged).State));
        Assert.Equal((2, 2), ((await Listed(one)).Count, (await Listed(other)).Count));
        var item = Assert.Single(await Found("MEMBERSHIPS_OVERLAP", one));
        Assert.Equal([other, one], item.WorkerNumbers);
        Assert.Equal(("TH-SSF-33", "2026-02-01", "no"), (Fact(item, "scheme"), Fact(item, "overlaps_from"), Fact(item, "same_employer")));

        await Unmerge(merging);

        Assert.Equal(before, (await Cover(one), await Cover(other)));
        Assert.Equal((1, 1), ((await Listed(one)).Count, (await Listed(other)).Count));
        Assert.Equal(Gms.WorkItems.V1.WorkItemState.Closed, Assert.Single(await Found("MEMBERSHIPS_OVERLAP", one)).State);
    }

    [Theory]
    [InlineData("merge, row, undo")]
    [InlineData("row, merge, undo")]
    [InlineData("undo, merge, row")]
    [InlineData("merge, undo, row")]
    [InlineData("row, undo, merge")]
    [InlineData("undo, row, merge")]
    public async Task In_whatever_order_row_merge_and_undoing_come_the_end_is_the_same(string order)
    {
        var (one, other) = (host.Worker(), host.Worker());
        var merging = new Merging(one, other);
        foreach (var step in order.Split(", "))
            await (step switch { "merge" => Merge(merging), "undo" => Unmerge(merging), _ => Insured(other, "1000000001", "2026-01-10", 2) });

        Assert.Equal((0, 1), ((await Listed(one)).Count, (await Listed(other)).Count));
        Assert.Equal(Proto.CoverageState.NotCovered, Care(await Cover(one)).State);
    }

    [Fact]
    public async Task A_membership_that_is_recorded_before_the_merge_is_told_is_found_under_either_number_once_it_is()
    {
        var (one, other) = (host.Worker(), host.Worker());
        await Insured(other, "1000000001", "2026-01-10", 1, 2, 3);
        Assert.Equal(Proto.CoverageState.NotCovered, Care(await Cover(one)).State);

        await Merge(new(one, other));

        Assert.Equal(Proto.CoverageState.Covered, Care(await Cover(one)).State);
        Assert.Empty(await Found("MEMBERSHIPS_OVERLAP", one));
    }

    [Fact]
    public async Task A_membership_that_is_recorded_after_the_merge_keeps_the_number_of_its_caller_and_is_found_under_either()
    {
        var (one, other) = (host.Worker(), host.Worker());
        await Merge(new(one, other));

        // The Registry answers the number to use; the row keeps the one that was used.
        host.Peers.Answer("/gms.registry.v1.Workers/ConfirmWorker", (Gms.Registry.V1.ConfirmWorkerRequest r) => new Gms.Registry.V1.ConfirmWorkerResponse { Exists = true, WorkerNumber = one, Country = "LA", Sex = "female" });
        var started = await _memberships.StartMembershipAsync(Given.Start(other));

        Assert.Equal(other, started.WorkerNumber);
        Assert.Equal([other], (await Listed(one)).Select(m => m.WorkerNumber));
    }

    [Fact]
    public async Task The_same_days_with_one_employer_are_refused_under_the_other_number_too()
    {
        var (one, other) = (host.Worker(), host.Worker());
        await Insured(one, "1000000001", "2026-01-10");
        await Merge(new(one, other));

        Assert.Equal(["MEMBERSHIP_OVERLAPS"], await Refused.Codes(StatusCode.FailedPrecondition, () => _memberships.StartMembershipAsync(Given.Start(other, from: "2026-02-01"))));
        await Insured(other, "1000000002", "2026-02-01");
    }

    [Fact]
    public async Task A_merge_that_is_told_twice_opens_one_work_item()
    {
        var (one, other) = (host.Worker(), host.Worker());
        await Insured(one, "1000000001", "2026-01-10");
        await Insured(other, "1000000001", "2026-02-01");
        var merging = new Merging(one, other);

        await Merge(merging);
        await Merge(merging);

        Assert.Equal("yes", Fact(Assert.Single(await Found("MEMBERSHIPS_OVERLAP", one)), "same_employer"));
    }

    // Thailand: section 39 is for those who left section 33. Under two numbers of one person nothing refused it.
    [Fact]
    public async Task Two_schemes_of_which_nobody_is_in_both_go_to_an_officer_and_two_that_go_together_do_not()
    {
        var (one, other) = (host.Worker(), host.Worker());
        await Insured(one, "1000000001", "2026-01-10");
        await _memberships.StartMembershipAsync(Given.Start(one, "TH-WCF"));
        await _memberships.StartMembershipAsync(Given.Start(other, "TH-SSF-39", "2026-02-01"));

        await Merge(new(one, other));

        var item = Assert.Single(await Found("MEMBERSHIPS_OVERLAP", one));
        Assert.Equal(["TH-SSF-33", "TH-SSF-39"], new[] { Fact(item, "scheme"), Fact(item, "other_scheme") }.Order(StringComparer.Ordinal));
        Assert.Equal("2026-02-01", Fact(item, "overlaps_from"));
    }

    [Fact]
    public async Task What_was_recorded_while_merged_goes_to_an_officer_when_they_part()
    {
        var (one, other) = (host.Worker(), host.Worker());
        var merging = new Merging(one, other);
        var earlier = await Insured(one, "1000000001", "2026-01-10");
        await Merge(merging);
        var meanwhile = await Insured(other, "1000000002", "2026-02-01");
        var month = (await _contributions.PostContributionAsync(Given.Month(earlier, 5))).ContributionId;

        await Unmerge(merging);

        var item = Assert.Single(await Found("MADE_WHILE_MERGED", one));
        Assert.Equal((meanwhile, month), (Fact(item, "memberships"), Fact(item, "contributions")));
    }

    [Fact]
    public async Task Cover_that_rests_on_both_numbers_is_disclosed_under_each_in_all_four_calls()
    {
        host.Trust("TH");
        var (one, other) = (host.Worker(), host.Worker());
        await Insured(other, "1000000001", "2026-01-10", 2, 3);
        await Merge(new(one, other));
        var asked = Given.Coverage(one, "2026-05-15");

        await _coverage.CheckCoverageAsync(asked);
        await _coverage.CheckCoverageBatchAsync(new() { Items = { new Proto.CheckCoverageBatchItem { Coverage = asked } } });
        using var list = _coverage.CheckCoverageList();
        await list.RequestStream.WriteAsync(new() { WorkerNumbers = { one }, Country = "TH", Day = asked.Day, EmploymentType = asked.EmploymentType, Channel = asked.Channel });
        await list.RequestStream.CompleteAsync();
        Assert.True(await list.ResponseStream.MoveNext(default));
        Assert.False(await list.ResponseStream.MoveNext(default));
        await _coverage.ConfirmCoverageAsync(new() { WorkerNumber = one, Country = "TH", Day = asked.Day });

        foreach (var number in new[] { one, other })
            Assert.Equal(["coverage", "coverage", "coverage", "coverage_answer"], (await host.Db(db => db.Set<AuditRow>()
                .Where(a => a.Subject == number && (a.Fields == "coverage" || a.Fields == "coverage_answer")).Select(a => a.Fields).ToListAsync())).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_worker_lists_the_memberships_of_both_numbers_with_either_sign_in()
    {
        var (one, other) = (host.Worker(), host.Worker());
        var membership = await Insured(one, "1000000001", "2026-01-10", 2);
        await Insured(other, "1000000002", "2026-02-01");
        await Merge(new(one, other));

        foreach (var signedIn in new[] { one, other })
        {
            var worker = host.As(Who.TheWorker(signedIn), "own-record");
            Assert.Equal(2, (await new Proto.Memberships.MembershipsClient(worker).ListMembershipsAsync(new() { WorkerNumber = one })).Memberships.Count);
            Assert.Single((await new Proto.Contributions.ContributionsClient(worker).ListContributionsAsync(new() { MembershipId = membership })).Contributions);
        }
    }

    async Task<string> Insured(string worker, string employer, string from, params int[] months)
    {
        var membership = (await _memberships.StartMembershipAsync(Given.Start(worker, from: from, employer: employer))).MembershipId;
        foreach (var month in months)
            await _contributions.PostContributionAsync(Given.Month(membership, month));
        return membership;
    }

    Task Merge(Merging merging) => host.Deliver<WorkersMerged, OnWorkersMerged>(merging.Merged);

    Task Unmerge(Merging merging) => host.Deliver<WorkersUnmerged, OnWorkersUnmerged>(merging.Unmerged);

    async Task<Proto.CheckCoverageResponse> Cover(string worker) => await _coverage.CheckCoverageAsync(Given.Coverage(worker, "2026-05-15"));

    static Proto.SchemeVerdict Care(Proto.CheckCoverageResponse answer) => answer.Branches.Single(b => b.Branch == Proto.Branch.MedicalCare).Schemes.First(s => s.SchemeId == "TH-SSF-33");

    async Task<IReadOnlyList<Proto.Membership>> Listed(string worker) => (await _memberships.ListMembershipsAsync(new() { WorkerNumber = worker, Country = "TH" }, Given.OfficersPurpose)).Memberships;

    async Task<IReadOnlyList<Gms.WorkItems.V1.WorkItem>> Found(string kind, string worker) =>
        [.. (await _workItems.ListWorkItemsAsync(new() { Country = "TH", Kind = kind, PageSize = 200 })).WorkItems.Where(i => i.WorkerNumbers.Contains(worker))];

    static string Fact(Gms.WorkItems.V1.WorkItem item, string name) => item.Facts.Single(f => f.Name == name).Value;
}
