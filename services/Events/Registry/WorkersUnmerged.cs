using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A merge was undone: the two worker numbers are two people again.</summary>
/// <remarks>Carries the whole merge, so that a reader to whom it comes first knows as much as one to whom it comes last.</remarks>
[MessageUrn("gms:registry:workers-unmerged:1")]
[EntityName("gms.registry.workers-unmerged")]
public sealed record WorkersUnmerged : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The merge's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    /// <summary>The number that had survived.</summary>
    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the survivor's record.</summary>
    public required string Country { get; init; }

    public required Guid MergeId { get; init; }

    /// <summary>The number that had been absorbed.</summary>
    public required string AbsorbedNumber { get; init; }

    /// <summary>The country that holds the absorbed record.</summary>
    public required string AbsorbedCountry { get; init; }

    /// <summary>1, 2, 3 … each time this number is absorbed again. Of one number only the last counts.</summary>
    public required int Turn { get; init; }

    /// <summary>When the merge had taken effect; OccurredAt says when it was undone.</summary>
    public required DateTimeOffset MergedAt { get; init; }
}
