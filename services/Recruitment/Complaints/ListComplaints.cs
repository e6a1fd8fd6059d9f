using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.ListComplaintsResponse> ListComplaints(Proto.ListComplaintsRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;
        var numbers = await db.NumbersOf(number, context.CancellationToken);

        // A worker has few complaints: those outside the caller's reach are left out here, and a page may be shorter for it.
        var page = await db.Complaints.AsNoTracking().Include(c => c.Contract).Include(c => c.Remedies).AsSplitQuery()
            .Where(c => numbers.Contains(c.WorkerNumber) && c.Id > after).OrderBy(c => c.Id).Take(size + 1).ToListAsync(context.CancellationToken);
        call.Reaches(new() { Worker = number });
        var shown = page.Take(size).Where(Sees).ToList();

        foreach (var told in shown.Select(c => c.WorkerNumber).Distinct())
            call.Disclose(told, "complaint");
        return new() { Complaints = { shown.Select(c => c.ToProto(whole: false)) }, NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
    }
}
