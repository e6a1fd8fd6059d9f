using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.SocialSecurity.Memberships;

/// <summary>Takes two numbers for two people again. Memberships and contributions recorded meanwhile stand under the number that their caller used; an officer says whose they are.</summary>
public sealed class OnWorkersUnmerged(SocialSecurityDb db, TimeProvider clock) : IHandle<WorkersUnmerged>
{
    public async Task Handle(WorkersUnmerged happened, CancellationToken cancel)
    {
        if (await db.Learn(happened, cancel) is { } parted)
            db.AskWhose(happened, await MadeSince(parted, cancel), clock.GetUtcNow());
        await db.Commit(cancel);
    }

    async Task<IReadOnlyList<MadeWhileMerged>> MadeSince(Parted parted, CancellationToken cancel)
    {
        var (numbers, first) = (parted.Sides.All, parted.FirstId);
        var memberships = await db.Memberships.Where(m => numbers.Contains(m.WorkerNumber) && m.Id >= first)
            .Select(m => new MadeWhileMerged(m.Country, m.WorkerNumber, "memberships", m.Id)).ToListAsync(cancel);
        var contributions = await db.Contributions.Where(c => c.Id >= first).Join(db.Memberships.Where(m => numbers.Contains(m.WorkerNumber) && m.Id < first), c => c.MembershipId, m => m.Id,
            (c, m) => new MadeWhileMerged(m.Country, m.WorkerNumber, "contributions", c.Id)).ToListAsync(cancel);
        var payments = await db.PaymentRequests.Where(p => numbers.Contains(p.WorkerNumber) && p.Id >= first)
            .Select(p => new MadeWhileMerged(p.Country, p.WorkerNumber, "payment_requests", p.Id)).ToListAsync(cancel);
        return [.. memberships, .. contributions, .. payments];
    }
}
