using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.DepartureOrientation.Arrivals;

/// <summary>Whoever left the country is not oriented there.</summary>
public sealed class OnWorkerExited(DepartureOrientationDb db, PostArrival arrivals) : IHandle<WorkerExited>
{
    public async Task Handle(WorkerExited happened, CancellationToken cancel)
    {
        await arrivals.End(happened.WorkerNumber, happened.Country, "LEFT", "The worker left the country.", cancel);
        await db.Commit(cancel);
    }
}
