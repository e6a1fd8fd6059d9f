using Gms.Events.Registry;

namespace Gms.Registry.Merges;

/// <summary>What a merge tells others.</summary>
static class MergeEvents
{
    public static WorkersMerged Merged(Merge merge) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = merge.MergedAt!.Value,
        SubjectId = merge.Id.ToString(),
        SubjectVersion = merge.Version,
        WorkerNumber = merge.Survivor,
        Country = merge.Country,
        MergeId = merge.Id,
        AbsorbedNumber = merge.Absorbed,
        AbsorbedCountry = merge.AbsorbedCountry,
        Turn = merge.Turn!.Value,
        MergedAt = merge.MergedAt!.Value,
    };

    public static WorkersUnmerged Unmerged(Merge merge, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        SubjectId = merge.Id.ToString(),
        SubjectVersion = merge.Version,
        WorkerNumber = merge.Survivor,
        Country = merge.Country,
        MergeId = merge.Id,
        AbsorbedNumber = merge.Absorbed,
        AbsorbedCountry = merge.AbsorbedCountry,
        Turn = merge.Turn!.Value,
        MergedAt = merge.MergedAt!.Value,
    };
}
