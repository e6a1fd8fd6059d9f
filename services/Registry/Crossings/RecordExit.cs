using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Crossings;

partial class CrossingsService
{
    public override async Task<Proto.RecordExitResponse> RecordExit(Proto.RecordExitRequest request, ServerCallContext context)
    {
        var seen = ReadSighting(request.DepartureId, request.WorkerNumber, request.Country, request.Checkpoint, request.CrossedAt);
        var crossing = await Record(CrossingKind.Exit, seen, context.CancellationToken);

        db.Publish(crossing.Recorded());
        return await db.Commit(new Proto.RecordExitResponse
        {
            CrossingId = crossing.Id.ToString(),
            DepartureId = crossing.DepartureId?.ToString() ?? "",
            Flags = { crossing.Flags.Select(ToProto) },
        }, context.CancellationToken);
    }
}
