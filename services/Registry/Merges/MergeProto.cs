using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Merges;

/// <summary>How a merge is shown.</summary>
static class MergeProto
{
    public static Proto.Merge ToProto(this Merge merge) => new()
    {
        MergeId = merge.Id.ToString(),
        Survivor = merge.Survivor,
        Absorbed = merge.Absorbed,
        Country = merge.Country,
        AbsorbedCountry = merge.AbsorbedCountry,
        Evidence = merge.Evidence,
        State = merge.State.ToProto(),
        Awaits = merge.Awaits ?? "",
        MergedAt = merge.MergedAt?.ToTimestamp(),
        History = { merge.Steps.OrderBy(s => s.Number).Select(ToProto) },
    };

    public static Proto.MergeState ToProto(this MergeState state) => state switch
    {
        MergeState.Proposed => Proto.MergeState.Proposed,
        MergeState.Effective => Proto.MergeState.Effective,
        MergeState.Declined => Proto.MergeState.Declined,
        MergeState.Undone => Proto.MergeState.Undone,
    };

    static Proto.MergeStep ToProto(MergeStep step) => new()
    {
        What = step.What switch
        {
            MergeStepKind.Proposed => Proto.MergeStepKind.Proposed,
            MergeStepKind.Declined => Proto.MergeStepKind.Declined,
            MergeStepKind.Merged => Proto.MergeStepKind.Merged,
            MergeStepKind.Undone => Proto.MergeStepKind.Undone,
        },
        At = step.At.ToTimestamp(),
        Account = step.Account,
        Organisation = step.Organisation,
        Reason = step.Reason,
    };
}
