using Grpc.Core;
using Microsoft.Extensions.Logging;
using Proto = Gms.ErrorQueues.V1;

namespace Gms.Platform;

partial class ErrorQueuesService
{
    const int MostAtOnce = 1000;

    public override async Task<Proto.RedriveResponse> Redrive(Proto.RedriveRequest request, ServerCallContext context)
    {
        MustAdministerTheWhole();
        var queue = Read.Text(request.Queue, "queue", 200);
        Guid? eventId = request.EventId.Length == 0 ? null : Read.Id(request.EventId, "event_id");
        if (!queues.WorkQueues.Contains(queue))
            throw Refuse.NotFound(PlatformProblems.ErrorQueueNotFound());

        var redriven = await Ask(() => eventId is { } one
            ? queues.Redrive(queue, one, context.CancellationToken)
            : queues.Redrive(queue, MostAtOnce, context.CancellationToken));
        if (redriven.Moved == 0 && eventId is not null)
            throw Refuse.NotFound(PlatformProblems.ErrorNotFound());

        log.LogInformation("{Moved} events of {Queue} were driven again, {Left} are left ({CorrelationId})", redriven.Moved, queue, redriven.Left, call.CorrelationId);
        return await db.Commit(new Proto.RedriveResponse { Moved = redriven.Moved, Left = redriven.Left }, context.CancellationToken);
    }
}
