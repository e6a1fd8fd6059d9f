using Gms.Platform;
using Gms.Reintegration.Assessments;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Claims;
using Gms.Reintegration.FollowUps;
using Gms.Reintegration.Grants;
using Gms.Reintegration.Plans;
using Gms.Reintegration.Referrals;
using Gms.Reintegration.Skills;

namespace Gms.Reintegration;

/// <summary>What can be taken out of Reintegration.</summary>
static class ExportTables
{
    static readonly Offers Known = Offers.FromReference();

    public static CodeList Reasons { get; } = CodeList.Of("return_reason", Known.Reasons.Keys);

    public static CodeList Services { get; } = CodeList.Of("service", Known.Services.Keys);

    public static CodeList Programmes { get; } = CodeList.OfNames("programme", Known.Programmes.ToDictionary(id => id, id => Known[id].Name));

    public static IReadOnlyList<ExportTable<ReintegrationDb>> All { get; } =
    [
        CaseExport.Cases, PlanExport.Plans, PlanItemExport.Items, AssessmentExport.Table, ReferralExport.Table, GrantExport.Table, ClaimExport.Table, SkillExport.Table, FollowUpExport.Table,
    ];
}
