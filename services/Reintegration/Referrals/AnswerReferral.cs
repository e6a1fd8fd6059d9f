using Gms.Platform;
using Gms.Reintegration.Casework;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Referrals;

partial class ReferralsService
{
    public override async Task<Proto.AnswerReferralResponse> AnswerReferral(Proto.AnswerReferralRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var accepts = Read.Value<Proto.ReferralAnswer, ReferralAnswer>(request.Answer, "answer") == ReferralAnswer.Accept;
        var reason = Read.OptionalLines(request.Reason, "reason", 300);
        var (referral, held, _) = await Find(Read.Id(request.ReferralId, "referral_id"), cancel);
        var today = clock.TodayIn(held.Country);

        Refuse.IfAny(ReferralRules.ToAnswer(referral, accepts, reason));

        referral.Answer(accepts, words.ToWrite(held).SealOptional(reason, referral.Id), today);
        await db.NobodyWaitsFor(referral.Id, held, clock.GetUtcNow(), cancel);
        if (accepts)
            db.Begin(rules, Step.ReferralDone, referral.Id, held, today);
        else
            db.OpenWorkItem(Declined(referral, held));
        call.Disclose(held.WorkerNumber, "referral");
        return await db.Commit(new Proto.AnswerReferralResponse { State = ToProto(referral.State) }, cancel);
    }

    /// <summary>The worker still needs help: somebody asks another partner.</summary>
    WorkItem Declined(Referral referral, Cases.Case held) => new()
    {
        Kind = "REFERRAL_DECLINED",
        Key = DeclinedKey(referral),
        Country = held.Country,
        Subjects = [held.WorkerNumber],
        Facts = new Dictionary<string, string> { ["case_id"] = held.Id.ToString(), ["referral_id"] = referral.Id.ToString(), ["counsellor"] = held.Counsellor ?? "" },
        Decisions = ["ANOTHER_PARTNER", "NOT_NEEDED"],
        OpenedAt = clock.GetUtcNow(),
    };
}

/// <summary>What a partner says to a referral.</summary>
public enum ReferralAnswer
{
    Accept,
    Decline,
}
