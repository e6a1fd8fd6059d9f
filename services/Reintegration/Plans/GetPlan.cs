using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Plans;

partial class PlansService
{
    public override async Task<Proto.GetPlanResponse> GetPlan(Proto.GetPlanRequest request, ServerCallContext context)
    {
        var id = Read.Id(request.PlanId, "plan_id");
        var plan = await db.Plans.AsNoTracking().Include(p => p.Items).SingleOrDefaultAsync(p => p.Id == id, context.CancellationToken)
            ?? throw Refuse.NotFound(Problems.PlanNotFound());
        var held = await db.Cases.AsNoTracking().SingleAsync(c => c.Id == plan.CaseId, context.CancellationToken);
        call.MustReach(held.Reach, Problems.PlanNotFound());

        call.Disclose(held.WorkerNumber, "plan");
        return new() { Plan = plan.ToProto(held, words.ToRead(held)) };
    }
}
