using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.CloseComplaintResponse> CloseComplaint(Proto.CloseComplaintRequest request, ServerCallContext context)
    {
        var reason = Read.Lines(request.Reason, "reason", 2000);
        var complaint = await Find(request.ComplaintId, context.CancellationToken);
        var today = desk.Today(complaint);

        Refuse.IfAny(ComplaintRules.ToClose(complaint, AppealUntil(complaint), today));

        var wasDueOn = complaint.DueOn;
        complaint.End(ComplaintStep.Close, today);
        await desk.Moved(complaint, Said(ComplaintEntryKind.Closed, reason, shown: complaint.IsKnownToAgency, wasDueOn: wasDueOn), ComplaintEvents.Closed, context.CancellationToken);
        Disclose(complaint);
        return await db.Commit(new Proto.CloseComplaintResponse { State = complaint.State.ToProto(), InTime = complaint.ClosedOn <= complaint.CloseBy }, context.CancellationToken);
    }
}
