using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.DepartureOrientation.Arrivals;

/// <summary>As a single return, for each of a list.</summary>
public sealed class OnWorkersReturned(DepartureOrientationDb db, PostArrival arrivals) : IHandle<WorkersReturned>
{
    public async Task Handle(WorkersReturned happened, CancellationToken cancel)
    {
        foreach (var back in happened.Returns)
            await arrivals.End(back.WorkerNumber, back.From, "LEFT", "The worker came home.", cancel);
        await db.Commit(cancel);
    }
}
