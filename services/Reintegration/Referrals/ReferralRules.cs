using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Partners;
using Gms.Reintegration.Plans;

namespace Gms.Reintegration.Referrals;

/// <summary>What must hold for a referral to be sent and to move. Pure.</summary>
static class ReferralRules
{
    const string Recognition = "S08";
    const string JobMatching = "S07";

    /// <param name="held">The case.</param>
    /// <param name="partner">Who is asked.</param>
    /// <param name="service">For what.</param>
    /// <param name="consent">The worker's consent to what the partner is told; null when none was sent.</param>
    /// <param name="skills">How many skills the partner is told.</param>
    /// <param name="today">The legal day there.</param>
    public static IEnumerable<Problem> ToSend(Case held, Partner partner, string service, Consent? consent, int skills, DateOnly today)
    {
        foreach (var problem in CaseRules.ToWorkOn(held))
            yield return problem;
        if (consent is null)
            yield return Problems.ReferralWithoutConsent();
        else if (consent.GivenOn > today)
            yield return Problems.PlanConsentInFuture();
        if (partner.EndedOn is not null)
            yield return Problems.PartnerEnded();
        if (partner.Country != held.Country)
            yield return Problems.PartnerOtherCountry();
        if (!partner.Services.Contains(service))
            yield return Problems.PartnerOtherService(service);
        if (service == Recognition && skills == 0)
            yield return Problems.ReferralWithoutSkill();
    }

    public static IEnumerable<Problem> ToAnswer(Referral referral, bool accepts, string? reason)
    {
        if (!referral.State.CanBecome(accepts ? ReferralState.Accepted : ReferralState.Declined))
            yield return Problems.ReferralStateWrong(referral.State);
        if (!accepts && reason is null)
            yield return Problems.ReferralDeclinedWithoutReason();
    }

    public static IEnumerable<Problem> ToFinish(Referral referral, ReferralResult result)
    {
        if (!referral.State.CanBecome(ReferralState.Done))
            yield return Problems.ReferralStateWrong(referral.State);
        if (!ResultsOf(referral.Service).Contains(result))
            yield return Problems.ReferralResultWrong(referral.Service);
    }

    public static IEnumerable<Problem> ToTransfer(Referral referral)
    {
        if (!referral.State.CanBecome(ReferralState.Transferred))
            yield return Problems.ReferralStateWrong(referral.State);
    }

    public static IReadOnlyList<ReferralResult> ResultsOf(string service) => service switch
    {
        Recognition => [ReferralResult.Recognised, ReferralResult.PartlyRecognised, ReferralResult.NotRecognised],
        JobMatching => [ReferralResult.Employed, ReferralResult.NotEmployed],
        _ => [ReferralResult.Helped, ReferralResult.NotHelped],
    };

    /// <summary>The whole life of a referral. Who declined can be followed by another partner; what is done can only be closed to the partner.</summary>
    public static bool CanBecome(this ReferralState from, ReferralState to) => (from, to) switch
    {
        (ReferralState.Sent, ReferralState.Accepted or ReferralState.Declined) => true,
        (ReferralState.Accepted, ReferralState.Done or ReferralState.Declined) => true,
        (ReferralState.Sent or ReferralState.Accepted or ReferralState.Declined, ReferralState.Transferred) => true,
        (ReferralState.Sent or ReferralState.Accepted, ReferralState.Revoked) => true,
        _ => false,
    };
}
