using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Recruitment.Contracts;

/// <summary>Takes two numbers for one person from now on. Contracts for the same days, one of each, go to officers of the countries that hold them.</summary>
public sealed class OnWorkersMerged(RecruitmentDb db, TimeProvider clock) : IHandle<WorkersMerged>
{
    public async Task Handle(WorkersMerged happened, CancellationToken cancel)
    {
        if (await db.Learn(happened, cancel) is { } sides)
        {
            var numbers = sides.All;
            var contracts = await db.Contracts.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber)).OrderBy(c => c.Id).ToListAsync(cancel);
            db.WeighAgain(contracts.Select(c => c.Id));    // what was somebody's first job may not be
            foreach (var (one, other) in sides.Pairs(contracts, c => c.WorkerNumber, (one, other) => one.Overlaps(other)))
                foreach (var holder in new[] { one.Country, other.Country }.Distinct())
                    db.OpenWorkItem(Overlap(happened, holder, one, other));
        }
        await db.Commit(cancel);
    }

    WorkItem Overlap(WorkersMerged happened, string holder, Contract one, Contract other) => new()
    {
        Kind = "CONTRACTS_OVERLAP",
        Key = $"{Aliases.MergeKey(happened.MergeId)}{one.Id:N}:{other.Id:N}:{holder}",
        Country = holder,
        Subjects = [one.WorkerNumber, other.WorkerNumber],
        Facts = new Dictionary<string, string>
        {
            ["merge_id"] = happened.MergeId.ToString(),
            ["contract_id"] = one.Id.ToString(),
            ["other_contract_id"] = other.Id.ToString(),
            ["overlaps_from"] = $"{(one.StartsOn > other.StartsOn ? one : other).StartsOn:yyyy-MM-dd}",
            ["overlaps_until"] = $"{(one.LastDay < other.LastDay ? one : other).LastDay:yyyy-MM-dd}",
        },
        Decisions = ["BOTH_RIGHT", "ONE_ENDED"],
        OpenedAt = clock.GetUtcNow(),
    };
}
