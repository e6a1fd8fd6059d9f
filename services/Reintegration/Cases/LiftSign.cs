using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

partial class CasesService
{
    public override async Task<Proto.LiftSignResponse> LiftSign(Proto.LiftSignRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.SignId, "sign_id");
        var reason = Read.Text(request.Reason, "reason", 300);
        var held = await Find(db.Cases.Include(c => c.Signs), Read.Id(request.CaseId, "case_id"), cancel);
        var sign = held.Signs.SingleOrDefault(s => s.Id == id && s.LiftedOn is null) ?? throw Refuse.NotFound(Problems.CaseSignNotFound());

        Refuse.IfAny(CaseRules.ToAssign(held));

        sign.Lift(clock.TodayIn(held.Country), call.Caller.Account, words.ToWrite(held).Seal(reason, sign.Id));
        await intake.OrderAnew(held, cancel);
        call.Disclose(held.WorkerNumber, "vulnerability_signs");
        return await db.Commit(new Proto.LiftSignResponse { TriageOrder = held.TriageOrder }, cancel);
    }
}
