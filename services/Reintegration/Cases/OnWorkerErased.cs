using Gms.Events.Registry;
using Gms.Platform;
using Gms.Reintegration.Casework;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Cases;

/// <summary>Of an erased person nothing that was told stays, and no partner reads on. What was paid, when and with what outcome stays under the number.</summary>
public sealed class OnWorkerErased(ReintegrationDb db, TimeProvider clock) : IHandle<WorkerErased>
{
    public async Task Handle(WorkerErased happened, CancellationToken cancel)
    {
        string[] numbers = [happened.WorkerNumber];    // after a merge each number of the person is told by itself
        await db.Database.ExecuteSqlAsync($"SELECT forget_cases({numbers}, {clock.GetUtcNow().ToUniversalTime()})", cancel);
        foreach (var held in await db.Cases.Where(c => numbers.Contains(c.WorkerNumber)).OrderBy(c => c.Id).ToListAsync(cancel))
            foreach (var referral in await db.Referrals.Where(r => r.CaseId == held.Id && r.RevokedOn == null).OrderBy(r => r.Id).ToListAsync(cancel))
            {
                referral.Revoke(clock.TodayIn(held.Country), null);
                await db.NobodyWaitsFor(referral.Id, held, clock.GetUtcNow(), cancel);
            }
        await db.Commit(cancel);
    }
}
