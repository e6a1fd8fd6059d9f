using Gms.Platform;
using Gms.Reintegration.Cases;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Referrals;

partial class ReferralsService
{
    public override async Task<Proto.ListReferralsResponse> ListReferrals(Proto.ListReferralsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);
        var own = await Own(request.CaseId, cancel);

        var page = await (from r in own
                          join c in db.Cases on r.CaseId equals c.Id
                          join p in db.Partners on r.PartnerId equals p.Id
                          where after == null || r.Id > after
                          orderby r.Id
                          select new { Referral = r, Case = c, Partner = p }).AsNoTracking().Take(size).ToListAsync(cancel);
        Guid[] ids = [.. page.SelectMany(x => x.Referral.SkillIds).Distinct()];
        var skills = await db.Skills.AsNoTracking().Where(s => ids.Contains(s.Id)).OrderBy(s => s.Id).ToListAsync(cancel);

        foreach (var worker in page.Select(x => x.Case.WorkerNumber).Distinct())
            call.Disclose(worker, "referral");
        return new()
        {
            Referrals = { page.Select(x => ToProto(x.Referral, x.Case, x.Partner, [.. skills.Where(s => x.Referral.SkillIds.Contains(s.Id))], words.ToRead(x.Case))) },
            NextPageToken = page.Count == size ? page[^1].Referral.Id.NextPageToken() : "",
        };
    }

    /// <summary>Of a case for those who may read it; for a partner what was referred to it and not revoked.</summary>
    async Task<IQueryable<Referral>> Own(string caseId, CancellationToken cancel)
    {
        if (!IsPartner)
        {
            var held = await db.CaseFor(call, Read.Id(caseId, "case_id"), cancel);
            return db.Referrals.Where(r => r.CaseId == held.Id);
        }
        if (caseId.Length > 0)
            throw Refuse.NotFound(Problems.CaseNotFound());
        var organisation = call.Caller.Organisation;
        call.MustReach(new Reach { Organisations = [organisation] });
        return db.Referrals.Where(r => r.RevokedOn == null && db.Partners.Any(p => p.Id == r.PartnerId && p.Organisation == organisation));
    }
}
