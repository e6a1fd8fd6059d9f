using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.WithdrawComplaintResponse> WithdrawComplaint(Proto.WithdrawComplaintRequest request, ServerCallContext context)
    {
        var reason = Read.OptionalLines(request.Reason, "reason", 2000);
        var complaint = await Find(request.ComplaintId, context.CancellationToken);

        Refuse.IfAny(ComplaintRules.ToTake(complaint, ComplaintStep.Withdraw));

        complaint.End(ComplaintStep.Withdraw, desk.Today(complaint));
        await desk.Moved(complaint, Said(ComplaintEntryKind.Withdrawn, reason ?? ""), ComplaintEvents.Withdrawn, context.CancellationToken);
        desk.AskOfficers(complaint, "COMPLAINT_WITHDRAWN");
        Disclose(complaint);
        return await db.Commit(new Proto.WithdrawComplaintResponse { State = complaint.State.ToProto() }, context.CancellationToken);
    }
}
