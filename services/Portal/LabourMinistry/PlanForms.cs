using Gms.DepartureOrientation.V1;
using Gms.Portal.Forms;

namespace Gms.Portal.LabourMinistry;

/// <summary>What a ministry sends of its action plans.</summary>
static class PlanForms
{
    public static void MapPlans(this IEndpointRouteBuilder app) => app.MapForm("/plans/{id}/readings", "/plans", async posted =>
    {
        await new ActionPlans.ActionPlansClient(posted.To("DepartureOrientation", "statistics")).TakeReadingsAsync(new() { RequestId = posted.RequestId, PlanId = posted.Route("id") }, cancellationToken: posted.Cancel);
        return $"/plans/{Uri.EscapeDataString(posted.Route("id"))}?done=computed";
    });
}
