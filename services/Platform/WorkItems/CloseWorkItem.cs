using Grpc.Core;
using Proto = Gms.WorkItems.V1;

namespace Gms.Platform;

partial class WorkItemsService
{
    public override async Task<Proto.CloseWorkItemResponse> CloseWorkItem(Proto.CloseWorkItemRequest request, ServerCallContext context)
    {
        var decision = Read.Text(request.Decision, "decision", 60);
        var reason = Read.Text(request.Reason, "reason", 500);
        var item = await Find(request.WorkItemId, context.CancellationToken);

        Refuse.IfAny(WorkItemRules.ToClose(item, decision, call.Caller));

        item.Close(decision, reason, call.Caller, clock.GetUtcNow());
        Disclose(item);
        return await db.Commit(new Proto.CloseWorkItemResponse { State = item.State.ToProto() }, context.CancellationToken);
    }
}
