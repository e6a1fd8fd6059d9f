using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Gms.Reintegration.Plans;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Referrals;

partial class ReferralsService
{
    public override async Task<Proto.TransferReferralResponse> TransferReferral(Proto.TransferReferralRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var reason = Read.Text(request.Reason, "reason", 300);
        var consent = request.Consent is null ? null : PlansService.ReadConsent(request.Consent);
        var (referral, held, _) = await Find(Read.Id(request.ReferralId, "referral_id"), cancel);
        var partner = await PartnerOf(request.PartnerId, cancel);
        await db.Hold(held, cancel);
        var today = clock.TodayIn(held.Country);

        Refuse.IfAny([.. ReferralRules.ToTransfer(referral), .. ReferralRules.ToSend(held, partner, referral.Service, consent, referral.SkillIds.Length, today)]);

        var (id, told) = (Guid.CreateVersion7(), words.ToWrite(held));
        var next = new Referral
        {
            Id = id,
            CaseId = held.Id,
            PartnerId = partner.Id,
            Service = referral.Service,
            NeededEncrypted = told.Seal(told.Read(referral.NeededEncrypted, referral.Id)!, id),
            SkillIds = referral.SkillIds,
            Consent = consent!,
            SentOn = today,
            SentBy = call.Caller.Account,
        };
        db.Add(next);
        referral.Transfer(next, told.Seal(reason, referral.Id), today);
        await db.NobodyWaitsFor(referral.Id, held, clock.GetUtcNow(), cancel);
        await db.CloseWorkItems(DeclinedKey(referral), "ANOTHER_PARTNER", "Another partner was asked.", clock.GetUtcNow(), cancel);
        db.Begin(rules, Step.ReferralAnswer, next.Id, held, today);
        call.Disclose(held.WorkerNumber, "referral");
        return await db.Commit(new Proto.TransferReferralResponse { ReferralId = next.Id.ToString() }, cancel);
    }
}
