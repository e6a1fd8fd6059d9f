using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

partial class ActionPlansService
{
    public override async Task<Proto.ListPlansResponse> ListPlans(Proto.ListPlansRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);

        var page = await db.ActionPlans.AsNoTracking().Where(p => p.Country == country && (after == null || p.Id > after)).OrderBy(p => p.Id).Take(size).ToListAsync(context.CancellationToken);
        return new() { Plans = { page.Select(p => p.ToProto()) }, NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "" };
    }
}
