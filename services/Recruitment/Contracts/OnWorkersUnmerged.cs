using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment.Contracts;

/// <summary>Takes two numbers for two people again. What was recorded meanwhile stands under the number that its caller used; an officer says whose it is.</summary>
public sealed class OnWorkersUnmerged(RecruitmentDb db, TimeProvider clock) : IHandle<WorkersUnmerged>
{
    public async Task Handle(WorkersUnmerged happened, CancellationToken cancel)
    {
        if (await db.Learn(happened, cancel) is { } parted)
        {
            var numbers = parted.Sides.All;
            db.WeighAgain(await db.Contracts.Where(c => numbers.Contains(c.WorkerNumber)).Select(c => c.Id).ToListAsync(cancel));
            db.AskWhose(happened, await MadeSince(parted, cancel), clock.GetUtcNow());
        }
        await db.Commit(cancel);
    }

    async Task<IReadOnlyList<MadeWhileMerged>> MadeSince(Parted parted, CancellationToken cancel)
    {
        var (numbers, first) = (parted.Sides.All, parted.FirstId);
        var contracts = await db.Contracts.Where(c => numbers.Contains(c.WorkerNumber) && c.RegisteredAt >= parted.Since)
            .Select(c => new MadeWhileMerged(c.Country, c.WorkerNumber, "contracts", c.Id)).ToListAsync(cancel);
        var costs = await db.Costs.Where(c => numbers.Contains(c.WorkerNumber) && c.Id >= first)
            .Select(c => new MadeWhileMerged(c.Country, c.WorkerNumber, "costs", c.Id)).ToListAsync(cancel);
        var declarations = await db.Declarations.Where(d => numbers.Contains(d.WorkerNumber) && d.Id >= first)
            .Select(d => new MadeWhileMerged(d.Country, d.WorkerNumber, "declarations", d.Id)).ToListAsync(cancel);
        var complaints = await db.Complaints.Where(c => numbers.Contains(c.WorkerNumber) && c.Id >= first)
            .Select(c => new MadeWhileMerged(c.Country, c.WorkerNumber, "complaints", c.Id)).ToListAsync(cancel);
        return [.. contracts, .. costs, .. declarations, .. complaints];
    }
}
