using Gms.Platform;
using Gms.Recruitment.Reference;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Inspections;

/// <summary>The calls of protos/gms/recruitment/v1/inspections.proto, one file each in this folder.</summary>
public sealed partial class InspectionsService(RecruitmentDb db, Call call, RecruitmentReference reference, TimeProvider clock) : Proto.Inspections.InspectionsBase
{
    async Task<Inspection> Find(string id, CancellationToken cancel)
    {
        var wanted = Read.Id(id, "inspection_id");
        var inspection = await db.Inspections.Include(i => i.Findings).Include(i => i.Actions).AsSplitQuery().SingleOrDefaultAsync(i => i.Id == wanted, cancel)
            ?? throw Refuse.NotFound(InspectionProblems.NotFound());
        call.MustReach(inspection.Reach, InspectionProblems.NotFound());
        return inspection;
    }

    string Indicator(string text, string field) => Read.Code(text, field, _indicators ??= [.. reference.Indicators.All.Select(i => i.Id)]);

    HashSet<string>? _indicators;
}
