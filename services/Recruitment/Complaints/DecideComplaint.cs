using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Complaints;

partial class ComplaintsService
{
    public override async Task<Proto.DecideComplaintResponse> DecideComplaint(Proto.DecideComplaintRequest request, ServerCallContext context)
    {
        var finding = Read.Value<Proto.ComplaintFinding, ComplaintFinding>(request.Finding, "finding");
        var reason = Read.Lines(request.Reason, "reason", 2000);
        ComplaintRemedy? remedy = request.Remedy == Proto.ComplaintRemedy.Unspecified ? null : Read.Value<Proto.ComplaintRemedy, ComplaintRemedy>(request.Remedy, "remedy");
        var amount = Read.OptionalMoney(request.Amount, "amount");
        Refuse.IfInvalid(ComplaintRules.Remedy(finding, remedy, amount));
        var complaint = await Find(request.ComplaintId, context.CancellationToken);
        var today = desk.Today(complaint);

        Refuse.IfAny(ComplaintRules.ToDecide(complaint, finding, remedy, amount, call.Caller.Account, today));

        var wasDueOn = complaint.DueOn;
        complaint.Decide(finding, remedy, amount, call.Caller.Account, today, desk.DueOn(complaint, remedy is null ? ComplaintState.Dismissed : ComplaintState.RemedyDue));
        if (complaint.State == ComplaintState.Remedied)
            complaint.DueOn = desk.DueOn(complaint, ComplaintState.Remedied);
        await desk.Moved(complaint, Said(ComplaintEntryKind.Decided, reason, shown: true, wasDueOn: wasDueOn), ComplaintEvents.Decided, context.CancellationToken);
        Disclose(complaint);
        return await db.Commit(new Proto.DecideComplaintResponse { State = complaint.State.ToProto(), DueOn = complaint.DueOn.ToProto() }, context.CancellationToken);
    }
}
