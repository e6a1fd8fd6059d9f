using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Crossings;

partial class CrossingsService
{
    public override async Task<Proto.RecordArrivalResponse> RecordArrival(Proto.RecordArrivalRequest request, ServerCallContext context)
    {
        var seen = ReadSighting(request.DepartureId, request.WorkerNumber, request.Country, request.Checkpoint, request.CrossedAt);
        var crossing = await Record(CrossingKind.Arrival, seen, context.CancellationToken);

        db.Publish(crossing.Recorded());
        return await db.Commit(new Proto.RecordArrivalResponse
        {
            CrossingId = crossing.Id.ToString(),
            DepartureId = crossing.DepartureId?.ToString() ?? "",
            Flags = { crossing.Flags.Select(ToProto) },
        }, context.CancellationToken);
    }
}
