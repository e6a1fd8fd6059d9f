using Gms.Events.Registry;
using Gms.Platform;

namespace Gms.DepartureOrientation.Arrivals;

/// <summary>As single crossings, for each of a list. Events of before the list named its crossings tell nothing of who arrived.</summary>
public sealed class OnCrossingsImported(DepartureOrientationDb db, PostArrival arrivals) : IHandle<CrossingsImported>
{
    public async Task Handle(CrossingsImported happened, CancellationToken cancel)
    {
        // In the order in which they happened: who came and left again is not waited for.
        foreach (var crossed in (happened.Crossings ?? []).OrderBy(c => c.CrossedAt))
        {
            if (crossed.Kind == "Arrival")
                await arrivals.Arrived(crossed.WorkerNumber, happened.Country, crossed.CrossingId, crossed.CrossedAt.DayIn(happened.Country), cancel);
            else
                await arrivals.End(crossed.WorkerNumber, happened.Country, "LEFT", "The worker left the country.", cancel);
            await db.SavePart(cancel);
        }
        await db.Commit(cancel);
    }
}
