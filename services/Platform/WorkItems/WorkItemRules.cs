namespace Gms.Platform;

/// <summary>What must hold for a work item to be taken and decided. Pure.</summary>
static class WorkItemRules
{
    public static IEnumerable<Problem> ToTake(WorkItem item, Caller caller)
    {
        if (item.State == WorkItemState.Closed)
            yield return PlatformProblems.WorkItemClosed();
        else if (item.State == WorkItemState.Taken && item.Owner == caller.Account)
            yield return PlatformProblems.WorkItemTaken();
    }

    public static IEnumerable<Problem> ToClose(WorkItem item, string decision, Caller caller)
    {
        if (item.State == WorkItemState.Closed)
            yield return PlatformProblems.WorkItemClosed();
        else if (item.State == WorkItemState.Open || item.Owner != caller.Account)
            yield return PlatformProblems.WorkItemNotYours();

        if (item.DecidedByCall is { } other)
            yield return PlatformProblems.WorkItemDecidedElsewhere(other);
        else if (!item.Decisions.Contains(decision))
            yield return PlatformProblems.WorkItemDecisionUnknown(string.Join(", ", item.Decisions));
    }
}
