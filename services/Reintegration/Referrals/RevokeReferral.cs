using Gms.Platform;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Referrals;

partial class ReferralsService
{
    public override async Task<Proto.RevokeReferralResponse> RevokeReferral(Proto.RevokeReferralRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var reason = Read.Text(request.Reason, "reason", 300);
        var (referral, held, _) = await Find(Read.Id(request.ReferralId, "referral_id"), cancel);
        if (referral.RevokedOn is not null)
            throw Refuse.NotNow(Problems.ReferralStateWrong(referral.State));

        referral.Revoke(clock.TodayIn(held.Country), words.ToWrite(held).Seal(reason, referral.Id));
        await db.NobodyWaitsFor(referral.Id, held, clock.GetUtcNow(), cancel);
        await db.CloseWorkItems(DeclinedKey(referral), "NOT_NEEDED", "The referral was revoked.", clock.GetUtcNow(), cancel);
        call.Disclose(held.WorkerNumber, "referral");
        return await db.Commit(new Proto.RevokeReferralResponse { State = ToProto(referral.State) }, cancel);
    }
}
