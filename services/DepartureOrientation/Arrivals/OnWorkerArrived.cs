using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.DepartureOrientation.Arrivals;

/// <summary>Watches that a worker who entered a country is oriented there.</summary>
public sealed class OnWorkerArrived(DepartureOrientationDb db, PostArrival arrivals) : IHandle<WorkerArrived>
{
    public async Task Handle(WorkerArrived happened, CancellationToken cancel)
    {
        await arrivals.Arrived(happened.WorkerNumber, happened.Country, happened.CrossingId, happened.CrossedAt.DayIn(happened.Country), cancel);
        await db.Commit(cancel);
    }
}
