using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Referrals;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Skills;

partial class SkillsService
{
    const string Recognition = "S08";

    public override async Task<Proto.ListSkillsResponse> ListSkills(Proto.ListSkillsRequest request, ServerCallContext context)
    {
        var held = await db.CaseFor(call, Read.Id(request.CaseId, "case_id"), context.CancellationToken);
        var skills = await db.Skills.AsNoTracking().Where(s => s.CaseId == held.Id).OrderBy(s => s.Id).ToListAsync(context.CancellationToken);
        var asked = await (from r in db.Referrals.AsNoTracking() join p in db.Partners on r.PartnerId equals p.Id where r.CaseId == held.Id && r.Service == Recognition orderby r.Id select new { Referral = r, p.Name }).ToListAsync(context.CancellationToken);

        var told = words.ToRead(held);
        call.Disclose(held.WorkerNumber, "skills");
        return new()
        {
            Skills =
            {
                skills.Select(s =>
                {
                    var shown = s.ToProto(told);
                    shown.Recognitions.AddRange(asked.Where(a => a.Referral.SkillIds.Contains(s.Id)).Select(a => ToProto(a.Referral, a.Name, told.Read(a.Referral.ReasonEncrypted, a.Referral.Id))));
                    return shown;
                }),
            },
        };
    }

    static Proto.Recognition ToProto(Referral asked, string partner, string? reply) => new()
    {
        ReferralId = asked.Id.ToString(),
        PartnerName = partner,
        State = Enum.Parse<Proto.ReferralState>(asked.State.ToString()),
        Result = asked.Result is { } result ? Enum.Parse<Proto.ReferralResult>(result.ToString()) : Proto.ReferralResult.Unspecified,
        Reply = reply ?? "",
        AskedOn = asked.SentOn.ToProto(),
        DoneOn = asked.DoneOn?.ToProto(),
    };
}
