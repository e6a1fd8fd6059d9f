using Gms.Events.Registry;

namespace Gms.Testing;

/// <summary>Two workers whom the Registry merged, and parted again, as its events tell the other services.</summary>
public sealed class Merging(string survivor, string absorbed, int turn = 1)
{
    readonly Guid _id = Guid.CreateVersion7();
    readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    public WorkersMerged Merged => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = _now,
        SubjectId = _id.ToString(),
        SubjectVersion = 1,
        WorkerNumber = survivor,
        Country = survivor[..2],
        MergeId = _id,
        AbsorbedNumber = absorbed,
        AbsorbedCountry = absorbed[..2],
        Turn = turn,
        MergedAt = _now,
    };

    public WorkersUnmerged Unmerged => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = _now,
        SubjectId = _id.ToString(),
        SubjectVersion = 2,
        WorkerNumber = survivor,
        Country = survivor[..2],
        MergeId = _id,
        AbsorbedNumber = absorbed,
        AbsorbedCountry = absorbed[..2],
        Turn = turn,
        MergedAt = _now,
    };
}
