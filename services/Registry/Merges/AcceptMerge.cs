using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Merges;

partial class MergesService
{
    public override async Task<Proto.AcceptMergeResponse> AcceptMerge(Proto.AcceptMergeRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.MergeId, "merge_id");
        var reason = Read.Text(request.Reason, "reason", 500);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await OneAtATime(cancel);
        var merge = await Find(id, cancel);
        Refuse.IfAny(MergeRules.ToDecide(merge));
        call.MustReach(Reach.Country(merge.Awaits!), "merge_id");

        // Either number may have been absorbed since the proposal.
        var survivor = await db.SurvivorOf(merge.Survivor, cancel);
        Refuse.IfAny(MergeRules.ToMerge(survivor, merge.Absorbed, await db.SurvivorOf(merge.Absorbed, cancel)));

        (merge.Survivor, merge.Country) = (survivor, await HolderOf(survivor, Problems.MergeSurvivorUnknown(), cancel));
        await TakeEffect(merge, reason, cancel);
        await db.CloseWorkItems(merge.Id.ToString("N"), "ACCEPTED", reason, clock.GetUtcNow(), cancel);
        Disclose(merge);
        var answer = await db.Commit(new Proto.AcceptMergeResponse { State = merge.State.ToProto(), Survivor = merge.Survivor }, cancel);
        await transaction.CommitAsync(cancel);
        return answer;
    }
}
