namespace Gms.Platform;

/// <summary>Where a work item stands.</summary>
public enum WorkItemState
{
    Open,

    /// <summary>Somebody looks at it.</summary>
    Taken,

    /// <summary>Decided.</summary>
    Closed,
}

/// <summary>
/// What an officer has to look at: found by a call, a consumer or a timer and opened in that transaction by <c>db.OpenWorkItem</c>. Opened once for its kind
/// and key, however often it is found. Held by the country whose officers decide it.
/// </summary>
public sealed class WorkItem
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    /// <summary>Capitals and underscores: MEMBERSHIPS_OVERLAP.</summary>
    public required string Kind { get; init; }

    /// <summary>What makes it this one among its kind: ids, in a fixed order.</summary>
    public required string Key { get; init; }

    public required string Country { get; init; }

    /// <summary>Numbers of the workers it is about.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    /// <summary>Ids, days, codes and scores by name in snake_case; no names, no document numbers.</summary>
    public required IReadOnlyDictionary<string, string> Facts { get; init; }

    /// <summary>The codes of which one closes it; empty when another call decides it.</summary>
    public required IReadOnlyList<string> Decisions { get; init; }

    /// <summary>The call that decides it and closes it by itself: gms.registry.v1.Merges/AcceptMerge. Null when CloseWorkItem does.</summary>
    public string? DecidedByCall { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The day by which it should be decided; null when none is set.</summary>
    public DateOnly? DueOn { get; init; }

    public WorkItemState State { get; private set; } = WorkItemState.Open;

    /// <summary>The account that took it last.</summary>
    public string? Owner { get; private set; }

    public string? OwnerOrganisation { get; private set; }

    /// <summary>The number of its last step.</summary>
    public int Version { get; private set; } = 1;

    public List<WorkItemStep> Steps { get; private init; } = [];

    public Reach Reach => Reach.Country(Country);

    public void Take(Caller caller, DateTimeOffset now)
    {
        State = WorkItemState.Taken;
        Owner = caller.Account;
        OwnerOrganisation = caller.Organisation;
        Add(WorkItemStepKind.Taken, caller, now, null, null);
    }

    public void Close(string decision, string reason, Caller caller, DateTimeOffset now)
    {
        State = WorkItemState.Closed;
        Add(WorkItemStepKind.Closed, caller, now, decision, reason);
    }

    void Add(WorkItemStepKind what, Caller caller, DateTimeOffset now, string? decision, string? reason) => Steps.Add(new()
    {
        Number = ++Version,
        What = what,
        At = now,
        Account = caller.Account,
        Organisation = caller.Organisation,
        Decision = decision,
        Reason = reason,
    });
}

public enum WorkItemStepKind
{
    Opened,
    Taken,
    Closed,
}

/// <summary>One thing that became of a work item. Added, never changed.</summary>
public sealed class WorkItemStep
{
    public required int Number { get; init; }

    public required WorkItemStepKind What { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string Account { get; init; }

    public required string Organisation { get; init; }

    public string? Decision { get; init; }

    public string? Reason { get; init; }
}
