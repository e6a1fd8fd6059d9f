using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Cases;

/// <summary>Links the latest closed case to the exit by which its worker left the country again. An open case stays open, since the worker may be back tomorrow, and keeps the exit: it is linked when the case turns out to end so.</summary>
public sealed class OnWorkerExited(ReintegrationDb db) : IHandle<WorkerExited>
{
    public async Task Handle(WorkerExited happened, CancellationToken cancel)
    {
        var left = happened.CrossedAt.DayIn(happened.Country);
        var numbers = await db.NumbersOf(happened.WorkerNumber, cancel);
        var open = await db.Cases
            .Where(c => c.Country == happened.Country && numbers.Contains(c.WorkerNumber) && c.State != CaseState.Closed && c.State != CaseState.BeforeReturn && c.ReturnedOn <= left)
            .OrderByDescending(c => c.ReturnedOn).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        open?.SeenLeaving(left, happened.DepartureId);
        var latest = open is not null ? null : await db.Cases
            .Where(c => c.Country == happened.Country && numbers.Contains(c.WorkerNumber) && c.State == CaseState.Closed && c.ClosedOn <= left)
            .OrderByDescending(c => c.ClosedOn).ThenByDescending(c => c.Id).FirstOrDefaultAsync(cancel);
        if (latest is not null && (latest.LeftAgainOn is not { } known || left < known))
            latest.LeaveAgain(left, happened.DepartureId);
        await db.Commit(cancel);
    }
}
