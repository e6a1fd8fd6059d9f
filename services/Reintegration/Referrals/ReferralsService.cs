using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Gms.Reintegration.Partners;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Referrals;

/// <summary>The calls of protos/gms/reintegration/v1/referrals.proto, one file each in this folder.</summary>
public sealed partial class ReferralsService(ReintegrationDb db, Call call, TimeProvider clock, CaseworkRules rules, Offers offers) : Proto.Referrals.ReferralsBase
{
    bool IsPartner => call.Caller.Roles.Contains(Role.PartnerOfficer);

    /// <summary>A referral for whoever may touch it: the case's own people, and the partner while access holds.</summary>
    async Task<(Referral Referral, Case Case, Partner Partner)> Find(Guid id, CancellationToken cancel)
    {
        var referral = await db.Referrals.SingleOrDefaultAsync(r => r.Id == id, cancel) ?? throw Refuse.NotFound(Problems.ReferralNotFound());
        var held = await db.Cases.SingleAsync(c => c.Id == referral.CaseId, cancel);
        var partner = await db.Partners.AsNoTracking().SingleAsync(p => p.Id == referral.PartnerId, cancel);
        call.MustReach(ReachOf(referral, held, partner), Problems.ReferralNotFound());
        return (referral, held, partner);
    }

    static Reach ReachOf(Referral referral, Case held, Partner partner) =>
        referral.RevokedOn is null ? held.Reach with { Organisations = [.. held.Reach.Organisations, partner.Organisation] } : held.Reach;

    async Task<Partner> PartnerOf(string id, CancellationToken cancel)
    {
        var partner = Read.Id(id, "partner_id");
        return await db.Partners.AsNoTracking().SingleOrDefaultAsync(p => p.Id == partner, cancel) ?? throw Refuse.NotFound(Problems.PartnerNotFound());
    }

    /// <summary>Nobody waits for the partner any more.</summary>
    async Task Settled(Referral referral, Case held, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await db.End(Step.ReferralAnswer, referral.Id, held, now, cancel);
        await db.End(Step.ReferralDone, referral.Id, held, now, cancel);
    }
}
