using Gms.Events;
using Gms.Platform;

namespace Gms.Registry.Journeys;

/// <summary>Puts what was done in bulk on the timeline of each worker it was done for.</summary>
public sealed class OnWorkersEvent(RegistryDb db) : IHandleMany<IWorkersEvent>
{
    public async Task Handle(IReadOnlyList<Received<IWorkersEvent>> happened, CancellationToken cancel)
    {
        await Timelines.Add(db, happened, null, cancel);
        await Timelines.Ring(db, happened.SelectMany(h => h.Event.WorkerNumbers), cancel);
        await db.Commit(cancel);
    }
}
