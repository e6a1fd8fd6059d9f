using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Gms.Reintegration.Referrals;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Partners;

partial class PartnersService
{
    public override async Task<Proto.EndPartnerResponse> EndPartner(Proto.EndPartnerRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var id = Read.Id(request.PartnerId, "partner_id");
        await db.Begin(cancel);
        // Under its lock: a referral that is being sent to it is saved before, and revoked here, or is refused.
        var partner = (await db.Partners.FromSql($"SELECT * FROM partners WHERE id = {id} FOR UPDATE").OrderBy(p => p.Id).ToListAsync(cancel)).SingleOrDefault() ?? throw Refuse.NotFound(Problems.PartnerNotFound());
        call.MustReach(partner.Reach, Problems.PartnerNotFound());
        if (partner.EndedOn is not null)
            throw Refuse.NotNow(Problems.PartnerEnded());

        partner.EndedOn = clock.TodayIn(partner.Country);
        foreach (var referral in await db.Referrals.Where(r => r.PartnerId == id && r.RevokedOn == null).OrderBy(r => r.Id).ToListAsync(cancel))
            await ReadsNoMore(referral, partner.EndedOn.Value, cancel);
        return await db.Commit(new Proto.EndPartnerResponse(), cancel);
    }

    /// <summary>What it was told is no longer its business; who still waits for its help needs another partner, and the counsellor is told.</summary>
    async Task ReadsNoMore(Referral referral, DateOnly today, CancellationToken cancel)
    {
        var held = await db.Cases.SingleAsync(c => c.Id == referral.CaseId, cancel);
        referral.Revoke(today, held.ErasedAt is null ? words.ToWrite(held).Seal("The partner no longer takes referrals.", referral.Id) : null);
        if (referral.State != ReferralState.Revoked)
            return;
        await db.NobodyWaitsFor(referral.Id, held, clock.GetUtcNow(), cancel);
        db.OpenWorkItem(new()
        {
            Kind = "REFERRAL_PARTNER_ENDED",
            Key = $"{held.Id:N}:{Steps.NoPartner}:{referral.Id:N}",
            Country = held.Country,
            Subjects = [held.WorkerNumber],
            Facts = new Dictionary<string, string> { ["case_id"] = held.Id.ToString(), ["referral_id"] = referral.Id.ToString(), ["counsellor"] = held.Counsellor ?? "" },
            Decisions = ["ANOTHER_PARTNER", "NOT_NEEDED"],
            OpenedAt = clock.GetUtcNow(),
        });
    }
}
