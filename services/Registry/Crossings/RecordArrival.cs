using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Crossings;

partial class CrossingsService
{
    public override async Task<Proto.RecordArrivalResponse> RecordArrival(Proto.RecordArrivalRequest request, ServerCallContext context)
    {
        var seen = ReadSighting(CrossingKind.Arrival, request.DepartureId, request.WorkerNumber, request.Country, request.Checkpoint, request.CrossedAt);
        var taken = await Record(seen, context.CancellationToken);

        return await db.Commit(new Proto.RecordArrivalResponse
        {
            CrossingId = taken.Id.ToString(),
            DepartureId = taken.DepartureId?.ToString() ?? "",
            Flags = { taken.Flags.Select(ToProto) },
            Confirms = taken.New is null,
        }, context.CancellationToken);
    }
}
