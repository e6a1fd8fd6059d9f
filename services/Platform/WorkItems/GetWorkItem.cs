using Grpc.Core;
using Proto = Gms.WorkItems.V1;

namespace Gms.Platform;

partial class WorkItemsService
{
    public override async Task<Proto.GetWorkItemResponse> GetWorkItem(Proto.GetWorkItemRequest request, ServerCallContext context)
    {
        var item = await Find(request.WorkItemId, context.CancellationToken);

        Disclose(item);
        return new() { WorkItem = item.ToProto(), History = { item.Steps.OrderBy(s => s.Number).Select(s => s.ToProto()) } };
    }
}
