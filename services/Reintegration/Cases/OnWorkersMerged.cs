using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Cases;

/// <summary>Takes two numbers for one person from now on. Cases that are open at once in one country, one of each, go to an officer: one counsellor is enough.</summary>
public sealed class OnWorkersMerged(ReintegrationDb db, TimeProvider clock) : IHandle<WorkersMerged>
{
    public async Task Handle(WorkersMerged happened, CancellationToken cancel)
    {
        if (await db.Learn(happened, cancel) is { } sides)
        {
            var numbers = sides.All;
            var open = await db.Cases.AsNoTracking().Where(c => numbers.Contains(c.WorkerNumber) && c.State != CaseState.Closed).OrderBy(c => c.Id).ToListAsync(cancel);
            foreach (var (one, other) in sides.Pairs(open, c => c.WorkerNumber, (one, other) => one.Country == other.Country))
                db.OpenWorkItem(OpenAtOnce(happened, one, other));
        }
        await db.Commit(cancel);
    }

    WorkItem OpenAtOnce(WorkersMerged happened, Case one, Case other) => new()
    {
        Kind = "CASES_OPEN_AT_ONCE",
        Key = $"{Aliases.MergeKey(happened.MergeId)}{one.Id:N}:{other.Id:N}",
        Country = one.Country,
        Subjects = [one.WorkerNumber, other.WorkerNumber],
        Facts = new Dictionary<string, string>
        {
            ["merge_id"] = happened.MergeId.ToString(),
            ["case_id"] = one.Id.ToString(),
            ["other_case_id"] = other.Id.ToString(),
            ["state"] = one.State.ToString(),
            ["other_state"] = other.State.ToString(),
        },
        Decisions = ["BOTH_STAY", "ONE_CLOSED"],
        OpenedAt = clock.GetUtcNow(),
    };
}
