using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Inspections;

partial class InspectionsService
{
    public override async Task<Proto.PlanInspectionResponse> PlanInspection(Proto.PlanInspectionRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var plannedOn = Read.Day(request.PlannedOn, "planned_on");
        var id = Read.Id(request.AgencyId, "agency_id");
        var country = await db.Agencies.Where(a => a.Id == id).Select(a => a.Country).SingleOrDefaultAsync(cancel) ?? throw Refuse.NotFound(Problems.AgencyNotFound());
        call.MustReach(Reach.Country(country), Problems.AgencyNotFound());

        Refuse.IfAny(InspectionRules.ToPlan(plannedOn, clock.TodayIn(country)));

        var inspection = new Inspection
        {
            Country = country,
            AgencyId = id,
            PlannedOn = plannedOn,
            Reasons = [.. (await db.RiskCountsOf(country, id, clock.GetUtcNow(), cancel)).Single().Counts.Where(c => c.Value is not (0 or RiskCounts.NeverVisited))],
            PlannedAt = clock.GetUtcNow(),
        };
        db.Inspections.Add(inspection);
        return await db.Commit(new Proto.PlanInspectionResponse { InspectionId = inspection.Id.ToString() }, cancel);
    }
}
