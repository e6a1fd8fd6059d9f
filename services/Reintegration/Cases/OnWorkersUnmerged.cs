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
        return await db.Cases.Where(c => numbers.Contains(c.WorkerNumber) && c.Id >= first)
            .Select(c => new MadeWhileMerged(c.Country, c.WorkerNumber, "cases", c.Id)).ToListAsync(cancel);
    }
}
