using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.ActionPlans;

partial class ActionPlansService
{
    public override async Task<Proto.MoveMeasureResponse> MoveMeasure(Proto.MoveMeasureRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var to = Read.Value<Proto.MeasureState, MeasureState>(request.To, "to");
        var reason = Read.OptionalText(request.Reason, "reason", 400);
        var measure = await FindMeasure(db.Measures, Read.Id(request.MeasureId, "measure_id"), cancel);

        Refuse.IfAny(MeasureRules.ToMove(measure, to, reason));

        measure.Move(to, reason, call.Caller, clock.GetUtcNow());
        if (!measure.IsOpen)
            await db.CloseWorkItems(measure.Key, to == MeasureState.Done ? "DONE" : "NOT_NEEDED", "The measure ended.", clock.GetUtcNow(), cancel);
        return await db.Commit(new Proto.MoveMeasureResponse { State = measure.State.ToProto() }, cancel);
    }
}
