using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

partial class CasesService
{
    public override async Task<Proto.AssignCounsellorResponse> AssignCounsellor(Proto.AssignCounsellorRequest request, ServerCallContext context)
    {
        var counsellor = Read.OptionalText(request.Counsellor, "counsellor", 64) ?? call.Caller.Account;
        var office = Read.OptionalText(request.Office, "office", 64) ?? call.Caller.Organisation;
        var held = await Find(db.Cases, Read.Id(request.CaseId, "case_id"), context.CancellationToken);

        Refuse.IfAny(CaseRules.ToAssign(held));

        held.Assign(counsellor, office);
        call.Disclose(held.WorkerNumber, "case");
        return await db.Commit(new Proto.AssignCounsellorResponse { State = held.State.ToProto() }, context.CancellationToken);
    }
}
