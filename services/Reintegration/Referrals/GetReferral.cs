using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Referrals;

partial class ReferralsService
{
    public override async Task<Proto.GetReferralResponse> GetReferral(Proto.GetReferralRequest request, ServerCallContext context)
    {
        var (referral, held, partner) = await Find(Read.Id(request.ReferralId, "referral_id"), context.CancellationToken);
        var skills = await db.Skills.AsNoTracking().Where(s => referral.SkillIds.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync(context.CancellationToken);

        call.Disclose(held.WorkerNumber, "referral");
        return new() { Referral = ToProto(referral, held, partner, skills, words.ToRead(held)) };
    }
}
