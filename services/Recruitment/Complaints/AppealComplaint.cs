using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.AppealComplaintResponse> AppealComplaint(Proto.AppealComplaintRequest request, ServerCallContext context)
    {
        var reason = Read.Lines(request.Reason, "reason", 2000);
        var complaint = await Find(request.ComplaintId, context.CancellationToken);

        Refuse.IfAny(ComplaintRules.ToAppeal(complaint, AppealUntil(complaint), desk.Today(complaint)));

        complaint.Become(ComplaintStep.Appeal, desk.DueOn(complaint, ComplaintState.Appealed));
        await desk.Moved(complaint, Said(ComplaintEntryKind.Appealed, reason, wasDueOn: AppealUntil(complaint)), ComplaintEvents.Appealed, context.CancellationToken);
        Disclose(complaint);
        return await db.Commit(new Proto.AppealComplaintResponse { State = complaint.State.ToProto() }, context.CancellationToken);
    }

    DateOnly? AppealUntil(Complaint complaint) => complaint.FoundOn is { } found ? deadlines.AppealUntil(found) : null;
}
