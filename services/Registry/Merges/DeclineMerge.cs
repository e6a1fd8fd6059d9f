using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Merges;

partial class MergesService
{
    public override async Task<Proto.DeclineMergeResponse> DeclineMerge(Proto.DeclineMergeRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var reason = Read.Text(request.Reason, "reason", 500);
        var merge = await Find(Read.Id(request.MergeId, "merge_id"), cancel);
        Refuse.IfAny(MergeRules.ToDecide(merge));
        call.MustReach(merge.Reach, "merge_id");    // who proposed it may take it back

        merge.Decline(reason, call.Caller, clock.GetUtcNow());
        await db.CloseWorkItems(merge.Id.ToString("N"), "DECLINED", reason, clock.GetUtcNow(), cancel);
        Disclose(merge);
        return await db.Commit(new Proto.DeclineMergeResponse { State = merge.State.ToProto() }, cancel);
    }
}
