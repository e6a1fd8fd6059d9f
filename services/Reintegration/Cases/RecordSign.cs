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
        var (id, told) = (Guid.CreateVersion7(), Read.Text(request.Reason, "reason", 300));
        var (code, seenOn, saidBy) = (Read.Code(request.Sign, "sign", Rules.SignCodes), Read.Day(request.SeenOn, "seen_on"), Read.Value<Proto.SaidBy, SaidBy>(request.SaidBy, "said_by"));
        var until = Read.OptionalDay(request.CountsUntil, "counts_until");
        var held = await Find(db.Cases.Include(c => c.Signs), Read.Id(request.CaseId, "case_id"), cancel);
        var sign = new CaseSign
        {
            Id = id,
            Code = code,
            SeenOn = seenOn,
            SaidBy = saidBy,
            ReasonEncrypted = words.ToWrite(held).Seal(told, id),
            CountsUntil = until,
            RecordedBy = call.Caller.Account,
        };

        Refuse.IfAny(CaseRules.ToRecordSign(held, sign, clock.TodayIn(held.Country)));

        held.Signs.Add(sign);
        await intake.OrderAnew(held, cancel);
        call.Disclose(held.WorkerNumber, "vulnerability_signs");
        return await db.Commit(new Proto.RecordSignResponse { SignId = sign.Id.ToString(), TriageOrder = held.TriageOrder }, cancel);
    }
}
