using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.GetComplaintResponse> GetComplaint(Proto.GetComplaintRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.ComplaintId, "complaint_id");
        var complaint = await db.Complaints.AsNoTracking().Include(c => c.Contract).Include(c => c.Entries).Include(c => c.Remedies).AsSplitQuery()
            .SingleOrDefaultAsync(c => c.Id == id, context.CancellationToken) ?? throw Refuse.NotFound(Problems.ComplaintNotFound());
        if (!Sees(complaint))
            throw Refuse.NotFound(Problems.ComplaintNotFound());

        call.Disclose(complaint.WorkerNumber, "complaint");
        return new()
        {
            Complaint = complaint.ToProto(whole: true),
            Entries = { complaint.Entries.OrderBy(e => e.Number).Select(e => e.ToProto()) },
            Remedies = { complaint.Remedies.OrderBy(r => r.Number).Select(r => r.ToProto()) },
        };
    }
}
