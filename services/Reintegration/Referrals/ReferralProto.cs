using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Partners;
using Gms.Reintegration.Plans;
using Gms.Reintegration.Skills;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Referrals;

partial class ReferralsService
{
    static Proto.ReferralState ToProto(ReferralState state) => Enum.Parse<Proto.ReferralState>(state.ToString());

    /// <summary>A partner is not told which case it is of, nor who sent it where else.</summary>
    Proto.Referral ToProto(Referral referral, Case held, Partner partner, IReadOnlyList<Skill> skills, Words told) => new()
    {
        ReferralId = referral.Id.ToString(),
        CaseId = IsPartner ? "" : held.Id.ToString(),
        WorkerNumber = held.WorkerNumber,
        PartnerId = partner.Id.ToString(),
        PartnerName = partner.Name,
        Service = referral.Service,
        Needed = told.Read(referral.NeededEncrypted, referral.Id) ?? "",
        Skills = { skills.Select(s => s.ToProto(told)) },
        Consent = referral.Consent.ToProto(),
        SentOn = referral.SentOn.ToProto(),
        State = ToProto(referral.State),
        AnsweredOn = referral.AnsweredOn?.ToProto(),
        Reason = told.Read(referral.ReasonEncrypted, referral.Id) ?? "",
        DoneOn = referral.DoneOn?.ToProto(),
        Result = referral.Result is { } result ? Enum.Parse<Proto.ReferralResult>(result.ToString()) : Proto.ReferralResult.Unspecified,
        RevokedOn = referral.RevokedOn?.ToProto(),
        NextReferralId = IsPartner ? "" : referral.NextId?.ToString() ?? "",
    };
}
