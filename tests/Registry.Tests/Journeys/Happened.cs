using Gms.Events;
using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.Registry.Tests.Journeys;

/// <summary>Events about a worker, as the broker brings them.</summary>
static class Happened
{
    static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static Received<IWorkerEvent> Enrolled(string worker, int hours, long version = 1) => new("gms.registry.worker-enrolled:1", new WorkerEnrolled
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = Noon.AddHours(hours),
        SubjectId = worker,
        SubjectVersion = version,
        WorkerNumber = worker,
        Country = "LA",
    });
}
