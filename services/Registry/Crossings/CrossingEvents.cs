using Gms.Events;
using Gms.Events.Registry;

namespace Gms.Registry.Crossings;

/// <summary>What others are told of a crossing: the same facts in an event of each kind.</summary>
static class CrossingEvents
{
    public static IWorkerEvent Recorded(this Crossing crossing) => crossing.Kind switch
    {
        CrossingKind.Exit => new WorkerExited
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
        },
        CrossingKind.Arrival => new WorkerArrived
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
        },
    };
}
