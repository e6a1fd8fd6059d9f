using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.WorkItems.V1;

namespace Gms.Platform;

partial class WorkItemsService
{
    public override async Task<Proto.ListWorkItemsResponse> ListWorkItems(Proto.ListWorkItemsRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        WorkItemState? state = request.State == Proto.WorkItemState.Unspecified ? null : Read.Value<Proto.WorkItemState, WorkItemState>(request.State, "state");
        var kind = Read.OptionalText(request.Kind, "kind", 60);
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);

        // Ids are made in the order of time, so the oldest come first.
        var page = await db.WorkItems.AsNoTracking()
            .Where(i => i.Country == country && (state == null || i.State == state) && (kind == null || i.Kind == kind) && (after == null || i.Id > after))
            .OrderBy(i => i.Id).Take(size).ToListAsync(context.CancellationToken);

        page.ForEach(Disclose);
        return new()
        {
            WorkItems = { page.Select(i => i.ToProto()) },
            NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "",
        };
    }
}
