using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Inspections;

partial class InspectionsService
{
    public override async Task<Proto.ListInspectionsResponse> ListInspections(Proto.ListInspectionsRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var agency = Read.OptionalId(request.AgencyId, "agency_id");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;

        var page = await db.Inspections.AsNoTracking().Include(i => i.Findings).Include(i => i.Actions).AsSplitQuery()
            .Where(i => i.Country == country && (agency == null || i.AgencyId == agency) && (!request.Open || i.State == InspectionState.Planned || i.State == InspectionState.Visited) && i.Id > after).OrderBy(i => i.Id).Take(size + 1).ToListAsync(context.CancellationToken);

        var today = clock.TodayIn(country);
        return new() { Inspections = { page.Take(size).Select(i => i.ToProto(today)) }, NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
    }
}
