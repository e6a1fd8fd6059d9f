using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>Departures of both numbers are one person's now.</summary>
public sealed class OnWorkersMerged(RegistryDb db, TimeProvider clock) : IHandle<WorkersMerged>
{
    public async Task Handle(WorkersMerged happened, CancellationToken cancel)
    {
        await db.AskAgainOf(happened, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
