using Google.Protobuf.WellKnownTypes;
using Proto = Gms.WorkItems.V1;

namespace Gms.Platform;

/// <summary>How a work item is shown.</summary>
static class WorkItemProto
{
    public static Proto.WorkItem ToProto(this WorkItem item) => new()
    {
        WorkItemId = item.Id.ToString(),
        Kind = item.Kind,
        Country = item.Country,
        WorkerNumbers = { item.Subjects },
        Facts = { item.Facts.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => new Proto.Fact { Name = f.Key, Value = f.Value }) },
        Decisions = { item.Decisions },
        DecidedByCall = item.DecidedByCall ?? "",
        State = item.State.ToProto(),
        OpenedAt = item.OpenedAt.ToTimestamp(),
        DueOn = item.DueOn?.ToProto(),
        Owner = item.Owner ?? "",
        OwnerOrganisation = item.OwnerOrganisation ?? "",
    };

    public static Proto.WorkItemStep ToProto(this WorkItemStep step) => new()
    {
        What = step.What switch
        {
            WorkItemStepKind.Opened => Proto.WorkItemStepKind.Opened,
            WorkItemStepKind.Taken => Proto.WorkItemStepKind.Taken,
            WorkItemStepKind.Closed => Proto.WorkItemStepKind.Closed,
        },
        At = step.At.ToTimestamp(),
        Account = step.Account,
        Organisation = step.Organisation,
        Decision = step.Decision ?? "",
        Reason = step.Reason ?? "",
    };

    public static Proto.WorkItemState ToProto(this WorkItemState state) => state switch
    {
        WorkItemState.Open => Proto.WorkItemState.Open,
        WorkItemState.Taken => Proto.WorkItemState.Taken,
        WorkItemState.Closed => Proto.WorkItemState.Closed,
    };
}
