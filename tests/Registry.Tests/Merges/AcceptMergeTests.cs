using Gms.Platform;
using Gms.Registry.Tests.Departures;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Registry.V1;
using WorkItemState = Gms.WorkItems.V1.WorkItemState;

namespace Gms.Registry.Tests.Merges;

/// <summary>Across holders nothing is merged before the other one agrees.</summary>
public sealed class AcceptMergeTests(DeparturesHost host) : IClassFixture<DeparturesHost>
{
    readonly Proto.Merges.MergesClient _lao = host.Merges(), _thai = host.Merges("TH");

    async Task<(string Lao, string Thai, string Merge)> Proposed()
    {
        var (lao, thai) = (await host.Enrolled(), await host.Enrolled("TH"));
        var proposed = await _lao.MergeWorkersAsync(MergesHost.Merge(lao, thai));
        Assert.Equal(Proto.MergeState.Proposed, proposed.State);
        return (lao, thai, proposed.MergeId);
    }

    [Fact]
    public async Task A_proposal_merges_nothing_and_is_a_work_item_of_the_other_holder()
    {
        var (lao, thai, merge) = await Proposed();

        Assert.Empty((await host.Workers().GetWorkerAsync(new() { WorkerNumber = lao })).Absorbed);
        await Refused.With(StatusCode.NotFound, () => host.Workers().GetWorkerAsync(new() { WorkerNumber = thai }));
        Assert.Equal(0, await host.Host.Db(db => db.Outbox.CountAsync(e => e.SubjectId == merge)));
        Assert.Empty(await host.Found("MERGE_PROPOSED", lao));
        var item = Assert.Single(await host.Found("MERGE_PROPOSED", lao, "TH"));
        Assert.Equal("gms.registry.v1.Merges/AcceptMerge", item.DecidedByCall);
    }

    [Fact]
    public async Task Once_the_other_holder_agrees_each_country_s_officers_see_both_records()
    {
        var (lao, thai, merge) = await Proposed();

        var accepted = await _thai.AcceptMergeAsync(MergesHost.Accept(merge));

        Assert.Equal((Proto.MergeState.Effective, lao), (accepted.State, accepted.Survivor));
        Assert.Equal(lao, (await host.Workers("TH").GetWorkerAsync(new() { WorkerNumber = thai })).WorkerNumber);
        Assert.Equal(thai, Assert.Single((await host.Workers().GetWorkerAsync(new() { WorkerNumber = lao })).Absorbed).WorkerNumber);
        Assert.Equal(WorkItemState.Closed, Assert.Single(await host.Found("MERGE_PROPOSED", lao, "TH")).State);
    }

    [Fact]
    public async Task The_one_who_proposed_it_cannot_agree_to_it()
    {
        var (_, _, merge) = await Proposed();

        Assert.Equal(["OUTSIDE_SCOPE"], await Refused.Codes(StatusCode.PermissionDenied, () => _lao.AcceptMergeAsync(MergesHost.Accept(merge))));
    }

    [Fact]
    public async Task A_third_country_does_not_learn_of_it()
    {
        var (lao, _, merge) = await Proposed();

        Assert.Equal(["MERGE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Merges("KH").AcceptMergeAsync(MergesHost.Accept(merge))));
        Assert.Equal(["MERGE_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Merges("KH").DeclineMergeAsync(MergesHost.Decline(merge))));
        Assert.Equal(["WORKER_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Merges("KH").ListMergesAsync(new() { WorkerNumber = lao })));
    }

    [Fact]
    public async Task A_proposal_may_be_declined_once_and_made_again()
    {
        var (lao, thai, merge) = await Proposed();
        Assert.Equal(["MERGE_PROPOSED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => _thai.MergeWorkersAsync(MergesHost.Merge(thai, lao))));

        Assert.Equal(Proto.MergeState.Declined, (await _thai.DeclineMergeAsync(MergesHost.Decline(merge))).State);

        Assert.Equal(["MERGE_NOT_PROPOSED"], await Refused.Codes(StatusCode.FailedPrecondition, () => _thai.AcceptMergeAsync(MergesHost.Accept(merge))));
        Assert.Equal(WorkItemState.Closed, Assert.Single(await host.Found("MERGE_PROPOSED", lao, "TH")).State);
        Assert.Equal(Proto.MergeState.Proposed, (await _thai.MergeWorkersAsync(MergesHost.Merge(thai, lao))).State);
    }

    [Fact]
    public async Task What_was_merged_otherwise_meanwhile_is_weighed_again()
    {
        var (lao, thai, merge) = await Proposed();
        var elder = await host.Enrolled();
        await _lao.MergeWorkersAsync(MergesHost.Merge(elder, lao));

        Assert.Equal(elder, (await _thai.AcceptMergeAsync(MergesHost.Accept(merge))).Survivor);

        Assert.Equal(elder, (await host.Workers("TH").GetWorkerAsync(new() { WorkerNumber = thai })).WorkerNumber);
    }

    [Fact]
    public async Task Either_holder_may_undo_it_and_the_other_learns_of_it()
    {
        var (lao, thai, merge) = await Proposed();
        await _thai.AcceptMergeAsync(MergesHost.Accept(merge));

        await _thai.UnmergeWorkersAsync(MergesHost.Unmerge(merge));

        Assert.Empty((await host.Workers().GetWorkerAsync(new() { WorkerNumber = lao })).Absorbed);
        Assert.Single(await host.Found("MERGE_UNDONE", thai));
        Assert.Empty(await host.Found("MERGE_UNDONE", thai, "TH"));
    }
}
