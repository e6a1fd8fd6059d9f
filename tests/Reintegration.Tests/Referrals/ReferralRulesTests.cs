using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Partners;
using Gms.Reintegration.Plans;
using Gms.Reintegration.Referrals;
using Xunit;

namespace Gms.Reintegration.Tests.Referrals;

public sealed class ReferralRulesTests
{
    [Theory]
    [InlineData(ReferralState.Sent, "Accepted, Declined, Transferred, Revoked")]
    [InlineData(ReferralState.Accepted, "Declined, Done, Transferred, Revoked")]
    [InlineData(ReferralState.Declined, "Transferred")]
    [InlineData(ReferralState.Done, "")]
    [InlineData(ReferralState.Transferred, "")]
    [InlineData(ReferralState.Revoked, "")]
    public void A_referral_moves_only_so(ReferralState from, string to) =>
        Assert.Equal(to, string.Join(", ", Enum.GetValues<ReferralState>().Where(next => from.CanBecome(next))));

    [Theory]
    [InlineData(ReferralState.Sent, "")]
    [InlineData(ReferralState.Accepted, "Sent")]
    [InlineData(ReferralState.Declined, "Sent, Accepted")]
    [InlineData(ReferralState.Done, "Accepted")]
    [InlineData(ReferralState.Transferred, "Sent, Accepted, Declined")]
    [InlineData(ReferralState.Revoked, "Sent, Accepted")]
    public void A_state_is_reached_only_from_there(ReferralState to, string from) =>
        Assert.Equal(from, string.Join(", ", Enum.GetValues<ReferralState>().Where(before => before.CanBecome(to))));

    [Fact]
    public void With_consent_a_partner_that_takes_the_service_is_asked() => Assert.Empty(Sending(A.Case(CaseState.Assigned), A.Consent()));

    [Fact]
    public void Everything_wrong_is_told_at_once() => Assert.Equal(
        ["CASE_CLOSED", "REFERRAL_WITHOUT_CONSENT", "PARTNER_OTHER_COUNTRY", "PARTNER_OTHER_SERVICE", "REFERRAL_WITHOUT_SKILL"],
        Sending(A.Case(CaseState.Closed), null, "S08", country: "KH"));

    [Theory]
    [InlineData("S08", ReferralResult.Recognised, "")]
    [InlineData("S08", ReferralResult.Employed, "REFERRAL_RESULT_WRONG")]
    [InlineData("S07", ReferralResult.Employed, "")]
    [InlineData("S03", ReferralResult.Recognised, "REFERRAL_RESULT_WRONG")]
    [InlineData("S03", ReferralResult.Helped, "")]
    public void A_result_is_one_of_those_for_the_service(string service, ReferralResult result, string problems)
    {
        var referral = new Referral { CaseId = Guid.Empty, PartnerId = Guid.Empty, Service = service, NeededEncrypted = [], SkillIds = [], Consent = A.Consent(), SentOn = A.Today, SentBy = "counsellor-1" };
        referral.Answer(true, null, A.Today);

        Assert.Equal(problems, string.Join(", ", ReferralRules.ToFinish(referral, result).Select(p => p.Code)));
    }

    static IEnumerable<string> Sending(Case held, Consent? consent, string service = "S03", string country = "LA") =>
        ReferralRules.ToSend(held, new Partner { Country = country, Name = "Hospital", Organisation = "org", Services = ["S03"], RegisteredOn = A.Today }, service, consent, 0, A.Today).Select((Problem p) => p.Code);
}
