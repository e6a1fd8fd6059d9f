using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.JobOrders;

partial class JobOrdersService
{
    public override async Task<Proto.ListJobOrdersResponse> ListJobOrders(Proto.ListJobOrdersRequest request, ServerCallContext context)
    {
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;

        var page = await (await Within(request, context.CancellationToken)).Where(o => o.Id > after).OrderBy(o => o.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        return new() { JobOrders = { page.Take(size).Select(o => o.ToProto()) }, NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
    }

    async Task<IQueryable<JobOrder>> Within(Proto.ListJobOrdersRequest request, CancellationToken cancel)
    {
        var orders = db.JobOrders.AsNoTracking();
        if (Read.OptionalId(request.AgencyId, "agency_id") is { } id)
        {
            var agency = await db.Agencies.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw Refuse.NotFound(Problems.AgencyNotFound());
            call.MustReach(new() { Countries = [agency.Country], Agencies = [agency.Id] }, Problems.AgencyNotFound());
            return orders.Where(o => o.AgencyId == id || o.FurtherAgencies.Contains(id));
        }
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        return orders.Where(o => o.Country == country);
    }
}
