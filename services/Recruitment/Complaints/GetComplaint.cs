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
        var complaint = await db.Complaints.AsNoTracking().Include(c => c.Contract).SingleOrDefaultAsync(c => c.Id == id, context.CancellationToken) ?? throw Refuse.NotFound(Problems.ComplaintNotFound());
        call.MustReach(complaint.Reach, Problems.ComplaintNotFound());

        call.Disclose(complaint.WorkerNumber, "complaint");
        return new() { Complaint = complaint.ToProto(whole: true) };
    }
}
