using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

partial class ActionPlansService
{
    public override async Task<Proto.ReviseMeasureResponse> ReviseMeasure(Proto.ReviseMeasureRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var measure = await FindMeasure(db.Measures, Read.Id(request.MeasureId, "measure_id"), cancel);
        var owner = Read.OptionalText(request.Owner, "owner", 64) ?? measure.Owner;
        var dueOn = Read.OptionalDay(request.DueOn, "due_on") ?? measure.DueOn;
        var reason = Read.Text(request.Reason, "reason", 400);
        var plan = await FindPlan(measure.PlanId, cancel);

        Refuse.IfAny(MeasureRules.ToRevise(measure, plan, owner, dueOn, Today(measure.Country)));

        measure.Revise(owner, dueOn, reason, call.Caller, clock.GetUtcNow());
        if (!measure.IsOverdue(Today(measure.Country)))
            await db.CloseWorkItems(measure.Key, "MORE_TIME", "The measure has another last day.", clock.GetUtcNow(), cancel);
        return await db.Commit(new Proto.ReviseMeasureResponse { Owner = owner, DueOn = dueOn.ToProto() }, cancel);
    }
}
