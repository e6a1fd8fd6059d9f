using MassTransit;

namespace Gms.Events.Registry;

/// <summary>Two worker numbers were found to be one person: from now on records are found under either.</summary>
/// <remarks>No record is rewritten. Every service keeps the pair in its table worker_aliases and resolves on read.</remarks>
[MessageUrn("gms:registry:workers-merged:1")]
[EntityName("gms.registry.workers-merged")]
public sealed record WorkersMerged : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The merge's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    /// <summary>The number that survives: the one to use from now on.</summary>
    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the survivor's record.</summary>
    public required string Country { get; init; }

    public required Guid MergeId { get; init; }

    /// <summary>The number that was absorbed.</summary>
    public required string AbsorbedNumber { get; init; }

    /// <summary>The country that holds the absorbed record.</summary>
    public required string AbsorbedCountry { get; init; }

    /// <summary>1, 2, 3 … each time this number is absorbed again. Of one number only the last counts.</summary>
    public required int Turn { get; init; }

    /// <summary>When the merge took effect.</summary>
    public required DateTimeOffset MergedAt { get; init; }
}
