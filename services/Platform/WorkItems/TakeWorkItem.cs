using Grpc.Core;
using Proto = Gms.WorkItems.V1;

namespace Gms.Platform;

partial class WorkItemsService
{
    public override async Task<Proto.TakeWorkItemResponse> TakeWorkItem(Proto.TakeWorkItemRequest request, ServerCallContext context)
    {
        var item = await Find(request.WorkItemId, context.CancellationToken);

        Refuse.IfAny(WorkItemRules.ToTake(item, call.Caller));

        item.Take(call.Caller, clock.GetUtcNow());
        Disclose(item);
        return await db.Commit(new Proto.TakeWorkItemResponse { State = item.State.ToProto() }, context.CancellationToken);
    }
}
