using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.DepartureOrientation.Arrivals;

/// <summary>Whoever came home is not oriented abroad.</summary>
public sealed class OnWorkerReturned(DepartureOrientationDb db, PostArrival arrivals) : IHandle<WorkerReturned>
{
    public async Task Handle(WorkerReturned happened, CancellationToken cancel)
    {
        await arrivals.End(happened.WorkerNumber, happened.From, "LEFT", "The worker came home.", cancel);
        await db.Commit(cancel);
    }
}
