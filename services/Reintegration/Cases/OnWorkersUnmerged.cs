using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Cases;

/// <summary>Takes two numbers for two people again. Cases opened meanwhile stand under the number that their caller used; an officer says whose they are.</summary>
public sealed class OnWorkersUnmerged(ReintegrationDb db, TimeProvider clock) : IHandle<WorkersUnmerged>
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
        var cases = db.Cases.Where(c => numbers.Contains(c.WorkerNumber));
        // What belongs to a case of these days goes where the case goes; what was added to an earlier one is asked about by itself.
        var earlier = cases.Where(c => c.Id < first);
        return
        [
            .. await cases.Where(c => c.Id >= first).Select(c => new MadeWhileMerged(c.Country, c.WorkerNumber, "cases", c.Id)).ToListAsync(cancel),
            .. await earlier.Join(db.Plans.Where(x => x.Id >= first), c => c.Id, x => x.CaseId, (c, x) => new MadeWhileMerged(c.Country, c.WorkerNumber, "plans", x.Id)).ToListAsync(cancel),
            .. await earlier.Join(db.Claims.Where(x => x.Id >= first), c => c.Id, x => x.CaseId, (c, x) => new MadeWhileMerged(c.Country, c.WorkerNumber, "claims", x.Id)).ToListAsync(cancel),
            .. await earlier.Join(db.Grants.Where(x => x.Id >= first), c => c.Id, x => x.CaseId, (c, x) => new MadeWhileMerged(c.Country, c.WorkerNumber, "grants", x.Id)).ToListAsync(cancel),
            .. await earlier.Join(db.Referrals.Where(x => x.Id >= first), c => c.Id, x => x.CaseId, (c, x) => new MadeWhileMerged(c.Country, c.WorkerNumber, "referrals", x.Id)).ToListAsync(cancel),
            .. await earlier.Join(db.Skills.Where(x => x.Id >= first), c => c.Id, x => x.CaseId, (c, x) => new MadeWhileMerged(c.Country, c.WorkerNumber, "skills", x.Id)).ToListAsync(cancel),
            .. await earlier.Join(db.FollowUps.Where(x => x.Id >= first), c => c.Id, x => x.CaseId, (c, x) => new MadeWhileMerged(c.Country, c.WorkerNumber, "follow_ups", x.Id)).ToListAsync(cancel),
        ];
    }
}
