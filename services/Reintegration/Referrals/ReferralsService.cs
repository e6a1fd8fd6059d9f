using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Gms.Reintegration.Partners;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Referrals;

/// <summary>The calls of protos/gms/reintegration/v1/referrals.proto, one file each in this folder.</summary>
public sealed partial class ReferralsService(ReintegrationDb db, Call call, TimeProvider clock, CaseworkRules rules, Offers offers, CaseWords words) : Proto.Referrals.ReferralsBase
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

    /// <summary>A partner has what was referred to it while that is not revoked, also where its organisation is the case's office.</summary>
    Reach ReachOf(Referral referral, Case held, Partner partner) =>
        IsPartner ? new() { Organisations = referral.RevokedOn is null ? [partner.Organisation] : [] } : held.Reach;

    /// <summary>The beginning of the key of the work item that says that the worker needs another partner.</summary>
    static string DeclinedKey(Referral referral) => $"{referral.CaseId:N}:{Steps.NoPartner}:{referral.Id:N}";

    /// <summary>The partner, which does not end before the referral is saved.</summary>
    async Task<Partner> PartnerOf(string id, CancellationToken cancel)
    {
        var partner = Read.Id(id, "partner_id");
        await db.Begin(cancel);
        return (await db.Partners.FromSql($"SELECT * FROM partners WHERE id = {partner} FOR SHARE").OrderBy(p => p.Id).AsNoTracking().ToListAsync(cancel)).SingleOrDefault() ?? throw Refuse.NotFound(Problems.PartnerNotFound());
    }
}
