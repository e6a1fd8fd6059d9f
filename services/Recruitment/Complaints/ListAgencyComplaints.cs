using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.ListAgencyComplaintsResponse> ListAgencyComplaints(Proto.ListAgencyComplaintsRequest request, ServerCallContext context)
    {
        var agency = Read.Id(request.AgencyId, "agency_id");
        call.MustReach(new Reach { Agencies = [agency] }, "agency_id");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;

        var page = await db.Complaints.AsNoTracking().Include(c => c.Entries).Include(c => c.Remedies).AsSplitQuery()
            .Where(c => c.AgencyId == agency && (c.AnswerDueOn != null || c.Remedy != null) && c.Id > after).OrderBy(c => c.Id).Take(size + 1).ToListAsync(context.CancellationToken);

        var shown = page.Take(size).ToList();
        shown.ForEach(Disclose);
        return new() { Complaints = { shown.Select(c => c.ToAgencyProto()) }, NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
    }
}
