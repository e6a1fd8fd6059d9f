using Gms.Platform;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Referrals;

partial class ReferralsService
{
    public override async Task<Proto.FinishReferralResponse> FinishReferral(Proto.FinishReferralRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var result = Read.Value<Proto.ReferralResult, ReferralResult>(request.Result, "result");
        var reply = Read.OptionalLines(request.Reply, "reply", 300);
        var (referral, held, _) = await Find(Read.Id(request.ReferralId, "referral_id"), cancel);

        Refuse.IfAny(ReferralRules.ToFinish(referral, result));

        referral.Finish(result, words.ToWrite(held).SealOptional(reply, referral.Id), clock.TodayIn(held.Country));
        await db.NobodyWaitsFor(referral.Id, held, clock.GetUtcNow(), cancel);
        call.Disclose(held.WorkerNumber, "referral");
        return await db.Commit(new Proto.FinishReferralResponse { State = ToProto(referral.State) }, cancel);
    }
}
