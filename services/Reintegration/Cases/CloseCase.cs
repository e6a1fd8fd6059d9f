using Gms.Platform;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

partial class CasesService
{
    public override async Task<Proto.CloseCaseResponse> CloseCase(Proto.CloseCaseRequest request, ServerCallContext context)
    {
        var outcome = Read.Value<Proto.CaseOutcome, CaseOutcome>(request.Outcome, "outcome");
        var held = await Find(db.Cases, Read.Id(request.CaseId, "case_id"), context.CancellationToken);
        await db.Hold(held, context.CancellationToken);    // a referral that is being sent is saved before, and revoked here, or is refused

        Refuse.IfAny(CaseRules.ToClose(held, outcome));

        held.Close(outcome, clock.TodayIn(held.Country));
        await NoPartnerReadsOn(held, context.CancellationToken);
        await db.EndAll(held, clock.GetUtcNow(), context.CancellationToken);
        db.Publish(held.Closed(clock.GetUtcNow()));
        call.Disclose(held.WorkerNumber, "case");
        return await db.Commit(new Proto.CloseCaseResponse { State = held.State.ToProto() }, context.CancellationToken);
    }

    /// <summary>A partner was told for the help in this case. What came of it stays; what is still open ends with the case.</summary>
    async Task NoPartnerReadsOn(Case held, CancellationToken cancel)
    {
        foreach (var referral in await db.Referrals.Where(r => r.CaseId == held.Id && r.RevokedOn == null).OrderBy(r => r.Id).ToListAsync(cancel))
            referral.Revoke(clock.TodayIn(held.Country), held.ErasedAt is null ? words.ToWrite(held).Seal("The case was closed.", referral.Id) : null);
    }
}
