using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Crossings;

partial class CrossingsService
{
    public override async Task<Proto.ReportCrossingResponse> ReportCrossing(Proto.ReportCrossingRequest request, ServerCallContext context)
    {
        var seen = new Sighting(
            Read.Value<Proto.CrossingKind, CrossingKind>(request.Kind, "kind"),
            null,
            Read.WorkerNumber(request.WorkerNumber, "worker_number"),
            Read.Country(request.Country, "country"),
            ReadCheckpoint(request.Checkpoint),
            Read.OptionalInstant(request.CrossedAt, "crossed_at") ?? clock.GetUtcNow(),
            CrossingSource.Worker);
        call.MustReach(new() { Worker = seen.WorkerNumber }, Problems.CrossingWorkerUnknown());

        var taken = await Record(seen, context.CancellationToken);
        return await db.Commit(new Proto.ReportCrossingResponse
        {
            CrossingId = taken.Id.ToString(),
            DepartureId = taken.DepartureId?.ToString() ?? "",
            Flags = { taken.Flags.Select(ToProto) },
            Confirms = taken.New is null,
        }, context.CancellationToken);
    }
}
