using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.Accounts;

/// <summary>Takes two numbers for one person from now on: an account reaches the records of both. Two accounts of one worker go to an administrator.</summary>
sealed class OnWorkersMerged(AccessDb db, TimeProvider clock) : IHandle<WorkersMerged>
{
    public async Task Handle(WorkersMerged happened, CancellationToken cancel)
    {
        if (await db.Learn(happened, cancel) is { } sides)
        {
            var numbers = sides.All;
            var accounts = await db.Accounts.AsNoTracking().Where(a => numbers.Contains(a.WorkerNumber!)).OrderBy(a => a.Id).ToListAsync(cancel);
            foreach (var (one, other) in sides.Pairs(accounts, a => a.WorkerNumber!, (_, _) => true))
                db.OpenWorkItem(TwoAccounts(happened, one, other));
        }
        await db.Commit(cancel);
    }

    WorkItem TwoAccounts(WorkersMerged happened, Account one, Account other) => new()
    {
        Kind = "ACCOUNTS_OF_ONE_WORKER",
        Key = $"{Aliases.MergeKey(happened.MergeId)}{one.Id:N}:{other.Id:N}",
        Country = one.Country!,
        Subjects = [one.WorkerNumber!, other.WorkerNumber!],
        Facts = new Dictionary<string, string> { ["merge_id"] = happened.MergeId.ToString(), ["account_id"] = one.Id.ToString(), ["other_account_id"] = other.Id.ToString() },
        Decisions = ["BOTH_STAY", "ONE_LOCKED"],
        OpenedAt = clock.GetUtcNow(),
    };
}
