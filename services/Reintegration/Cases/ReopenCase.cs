using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

partial class CasesService
{
    public override async Task<Proto.ReopenCaseResponse> ReopenCase(Proto.ReopenCaseRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var reason = Read.Text(request.Reason, "reason", 300);
        var held = await Find(db.Cases.Include(c => c.Reopenings).Include(c => c.Signs).AsSplitQuery(), Read.Id(request.CaseId, "case_id"), cancel);
        await db.OneOpeningAtATime(held.Country, cancel);
        var numbers = await db.NumbersOf(held.WorkerNumber, cancel);
        var another = await db.Cases.AnyAsync(c => c.Country == held.Country && numbers.Contains(c.WorkerNumber) && c.State != CaseState.Closed && c.Id != held.Id, cancel);

        Refuse.IfAny(CaseRules.ToReopen(held, another));

        held.Reopen(words.ToWrite(held).Seal(reason, held.Id), call.Caller.Account, clock.TodayIn(held.Country));
        intake.Arrived(held);
        await intake.AskHowItGoes(held, cancel);
        db.Publish(held.Reopened(clock.GetUtcNow()));
        call.Disclose(held.WorkerNumber, "case");
        return await db.Commit(new Proto.ReopenCaseResponse { State = held.State.ToProto() }, cancel);
    }
}
