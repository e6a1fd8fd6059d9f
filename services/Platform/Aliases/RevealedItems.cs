using Gms.Events.Registry;
using Microsoft.EntityFrameworkCore;

namespace Gms.Platform;

/// <summary>What becomes of the work items that merges revealed when those whom they are about are two people again.</summary>
static class RevealedItems
{
    const string Kind = "DECIDED_WHILE_MERGED";

    /// <summary>How the decisions begin that take something from one of the two; those of BOTH leave everything as it is.</summary>
    const string AgainstOne = "ONE_";

    /// <summary>
    /// The undone merge may be another than the one under whose key they stand: of three numbers the last merge reveals what the first two have with the third.
    /// </summary>
    public static async Task SettleParted(this ServiceDb db, WorkersUnmerged happened, CancellationToken cancel)
    {
        foreach (var item in await Parted(db, happened, cancel))
            if (item.State != WorkItemState.Closed)
                item.Close("UNMERGED", "The merge was undone.", db.Caller, happened.OccurredAt);
            else if (item.Steps.MaxBy(s => s.Number)?.Decision is { } decision && decision.StartsWith(AgainstOne, StringComparison.Ordinal))
                db.OpenWorkItem(AskAgain(item, decision, happened));
    }

    static async Task<List<WorkItem>> Parted(ServiceDb db, WorkersUnmerged happened, CancellationToken cancel)
    {
        var ids = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT i.id AS "Value" FROM work_items i
             WHERE i.subjects && (worker_numbers({happened.AbsorbedNumber}) || worker_numbers({happened.WorkerNumber}))
               AND left(i.key, 33) IN (SELECT replace(a.merge_id::text, '-', '') || ':' FROM worker_aliases a)
               AND (SELECT count(DISTINCT worker_survivor(s)) FROM unnest(i.subjects) AS s) > 1
            """).ToListAsync(cancel);
        return await db.WorkItems.Where(i => ids.Contains(i.Id)).OrderBy(i => i.Id).ToListAsync(cancel);
    }

    static WorkItem AskAgain(WorkItem decided, string decision, WorkersUnmerged happened) => new()
    {
        Kind = Kind,
        Key = $"{decided.Id:N}/decided",
        Country = decided.Country,
        Subjects = decided.Subjects,
        Facts = new Dictionary<string, string>(decided.Facts)
        {
            ["decided_work_item_id"] = decided.Id.ToString(),
            ["decided_kind"] = decided.Kind,
            ["decision"] = decision,
        },
        Decisions = ["STANDS", "PUT_RIGHT"],
        OpenedAt = happened.OccurredAt,
    };
}
