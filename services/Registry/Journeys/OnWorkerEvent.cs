using Gms.Events;
using Gms.Platform;

namespace Gms.Registry.Journeys;

/// <summary>Puts every event about a worker, of every service, on that worker's timeline. The order in which they come does not matter.</summary>
public sealed class OnWorkerEvent(RegistryDb db) : IHandleMany<IWorkerEvent>
{
    public async Task Handle(IReadOnlyList<Received<IWorkerEvent>> happened, CancellationToken cancel)
    {
        await Timelines.Add(db, happened, null, cancel);
        await Timelines.Ring(db, happened.Select(h => h.Event.WorkerNumber), cancel);
        await db.Commit(cancel);
    }
}
