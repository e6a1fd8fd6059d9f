using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

partial class ActionPlansService
{
    public override async Task<Proto.OpenPlanResponse> OpenPlan(Proto.OpenPlanRequest request, ServerCallContext context)
    {
        var plan = new ActionPlan
        {
            Country = Read.Country(request.Country, "country"),
            Title = Read.Text(request.Title, "title"),
            StartsOn = Read.Day(request.StartsOn, "starts_on"),
            EndsOn = Read.Day(request.EndsOn, "ends_on"),
            AgreedAt = Read.Text(request.AgreedAt, "agreed_at", 400),
        };
        call.MustReach(Reach.Country(plan.Country), "country");

        if (plan.EndsOn < plan.StartsOn)
            throw Refuse.NotNow(ActionPlanProblems.PlanEndsBeforeStart());

        db.Add(plan);
        return await db.Commit(new Proto.OpenPlanResponse { PlanId = plan.Id.ToString() }, context.CancellationToken);
    }
}
