using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

partial class ActionPlansService
{
    public override async Task<Proto.GetPlanResponse> GetPlan(Proto.GetPlanRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var plan = await FindPlan(Read.Id(request.PlanId, "plan_id"), cancel);
        var measures = await db.Measures.AsNoTracking().Include(m => m.Indicators).Where(m => m.PlanId == plan.Id).OrderBy(m => m.Id).ToListAsync(cancel);
        var last = await Last([.. measures.SelectMany(m => m.Indicators).Select(i => i.Id)], cancel);
        return new() { Plan = plan.ToProto(), Measures = { measures.Select(m => m.ToProto(Today(plan.Country), last)) } };
    }
}
