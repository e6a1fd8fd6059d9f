using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Cases;

/// <summary>Opens the case of a return. A worker who walked in before the return was on record, or agreed to a case before it, keeps that case.</summary>
public sealed class OnWorkerReturned(ReintegrationDb db, CaseIntake intake, TimeProvider clock) : IHandle<WorkerReturned>
{
    public async Task Handle(WorkerReturned happened, CancellationToken cancel)
    {
        await db.OpensBesideOthers(happened.Country, cancel);
        if (!await db.Cases.AnyAsync(c => c.ReturnId == happened.ReturnId, cancel))
            await Open(happened, cancel);
        await db.Commit(cancel);
    }

    async Task Open(WorkerReturned happened, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(happened.WorkerNumber, cancel);
        var walkedIn = await db.Cases.Include(c => c.Signs)
            .Where(c => c.ReturnId == null && c.State != CaseState.Closed && c.Country == happened.Country && numbers.Contains(c.WorkerNumber))
            .OrderByDescending(c => c.WorkerNumber == happened.WorkerNumber).ThenBy(c => c.Id).FirstOrDefaultAsync(cancel);
        if (walkedIn is not null)
        {
            var expected = walkedIn.State == CaseState.BeforeReturn;
            walkedIn.Arrive(happened.ReturnId, happened.From, happened.ReturnedOn, happened.Reason);
            if (expected)
                intake.Arrived(walkedIn);
            else
                intake.Order(walkedIn);
            return;
        }

        var opened = new Case
        {
            Country = happened.Country,
            WorkerNumber = happened.WorkerNumber,
            Source = CaseSource.Return,
            ReturnId = happened.ReturnId,
            From = happened.From,
            Reason = happened.Reason,
            ReturnedOn = happened.ReturnedOn,
            OpenedAt = clock.GetUtcNow(),
        };
        intake.Add(opened);
        db.Publish(opened.Opened());
    }
}
