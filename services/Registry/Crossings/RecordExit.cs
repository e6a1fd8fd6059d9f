using Gms.Events.Registry;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Crossings;

partial class CrossingsService
{
    public override async Task<Proto.RecordExitResponse> RecordExit(Proto.RecordExitRequest request, ServerCallContext context)
    {
        var seen = ReadSighting(request.DepartureId, request.WorkerNumber, request.Country, request.Checkpoint, request.CrossedAt);
        var crossing = await Record(CrossingKind.Exit, seen, context.CancellationToken);

        db.Publish(Exited(crossing));
        return await db.Commit(new Proto.RecordExitResponse
        {
            CrossingId = crossing.Id.ToString(),
            DepartureId = crossing.DepartureId?.ToString() ?? "",
            Flags = { crossing.Flags.Select(ToProto) },
        }, context.CancellationToken);
    }

    static WorkerExited Exited(Crossing crossing) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = crossing.CrossedAt,
        SubjectId = crossing.Id.ToString(),
        SubjectVersion = 1,
        WorkerNumber = crossing.WorkerNumber,
        Country = crossing.Country,
        CrossingId = crossing.Id,
        DepartureId = crossing.DepartureId,
        Checkpoint = crossing.Checkpoint,
        CrossedAt = crossing.CrossedAt,
        Flags = [.. crossing.Flags.Select(f => f.ToString())],
    };
}
