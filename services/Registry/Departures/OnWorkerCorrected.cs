using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>What stands on the pass, or what the decision rested on, may have been wrong.</summary>
public sealed class OnWorkerCorrected(RegistryDb db, TimeProvider clock) : IHandle<WorkerCorrected>
{
    public async Task Handle(WorkerCorrected happened, CancellationToken cancel)
    {
        await db.AskAgainOf(happened, clock.GetUtcNow(), cancel);
        await db.Commit(cancel);
    }
}
