using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Partners;

partial class PartnersService
{
    public override async Task<Proto.EndPartnerResponse> EndPartner(Proto.EndPartnerRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.PartnerId, "partner_id");
        var partner = await db.Partners.SingleOrDefaultAsync(p => p.Id == id, context.CancellationToken) ?? throw Refuse.NotFound(Problems.PartnerNotFound());
        call.MustReach(partner.Reach, Problems.PartnerNotFound());
        if (partner.EndedOn is not null)
            throw Refuse.NotNow(Problems.PartnerEnded());

        partner.EndedOn = clock.TodayIn(partner.Country);
        // What it was told is no longer its business; each case's counsellor sees that the referral was revoked.
        await foreach (var referral in db.Referrals.Where(r => r.PartnerId == id && r.RevokedOn == null).AsAsyncEnumerable())
            referral.Revoke(partner.EndedOn.Value, "The partner no longer takes referrals.");
        return await db.Commit(new Proto.EndPartnerResponse(), context.CancellationToken);
    }
}
