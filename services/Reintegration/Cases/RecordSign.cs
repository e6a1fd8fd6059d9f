using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

partial class CasesService
{
    public override async Task<Proto.RecordSignResponse> RecordSign(Proto.RecordSignRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var sign = new CaseSign
        {
            Code = Read.Code(request.Sign, "sign", Rules.SignCodes),
            SeenOn = Read.Day(request.SeenOn, "seen_on"),
            SaidBy = Read.Value<Proto.SaidBy, SaidBy>(request.SaidBy, "said_by"),
            Reason = Read.Text(request.Reason, "reason", 300),
            RecordedBy = call.Caller.Account,
        };
        var held = await Find(db.Cases.Include(c => c.Signs), Read.Id(request.CaseId, "case_id"), cancel);

        Refuse.IfAny(CaseRules.ToRecordSign(held, sign, clock.TodayIn(held.Country)));

        held.Signs.Add(sign);
        intake.Order(held);
        call.Disclose(held.WorkerNumber, "vulnerability_signs");
        return await db.Commit(new Proto.RecordSignResponse { SignId = sign.Id.ToString(), TriageOrder = held.TriageOrder }, cancel);
    }
}
