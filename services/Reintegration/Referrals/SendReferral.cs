using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Gms.Reintegration.Plans;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Referrals;

partial class ReferralsService
{
    public override async Task<Proto.SendReferralResponse> SendReferral(Proto.SendReferralRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var service = Read.Code(request.Service, "service", offers.Services.Keys);
        var needed = Read.Lines(request.Needed, "needed", 500);
        var consent = request.Consent is null ? null : PlansService.ReadConsent(request.Consent);
        Read.Entries(request.SkillIds.Count, "skill_ids", 0, 20);
        Guid[] skills = [.. request.SkillIds.Select((s, i) => Read.Id(s, $"skill_ids[{i}]")).Distinct()];
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), cancel);
        var partner = await PartnerOf(request.PartnerId, cancel);
        await db.Hold(held, cancel);
        var today = clock.TodayIn(held.Country);
        if (await db.Skills.CountAsync(s => s.CaseId == held.Id && skills.Contains(s.Id), cancel) != skills.Length)
            throw Refuse.NotFound(Problems.SkillNotFound());

        Refuse.IfAny(ReferralRules.ToSend(held, partner, service, consent, skills.Length, today));

        var id = Guid.CreateVersion7();
        var referral = new Referral
        {
            Id = id,
            CaseId = held.Id,
            PartnerId = partner.Id,
            Service = service,
            NeededEncrypted = words.ToWrite(held).Seal(needed, id),
            SkillIds = skills,
            Consent = consent!,
            SentOn = today,
            SentBy = call.Caller.Account,
        };
        db.Add(referral);
        db.Begin(rules, Step.ReferralAnswer, referral.Id, held, today);
        call.Disclose(held.WorkerNumber, "referral");
        return await db.Commit(new Proto.SendReferralResponse { ReferralId = referral.Id.ToString() }, cancel);
    }
}
