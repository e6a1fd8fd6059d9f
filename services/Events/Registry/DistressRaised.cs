using MassTransit;

namespace Gms.Events.Registry;

/// <summary>Somebody signalled that a worker is in distress.</summary>
/// <remarks>Says nothing about what it is, or where the worker is.</remarks>
[MessageUrn("gms:registry:distress-raised:1")]
[EntityName("gms.registry.distress-raised")]
public sealed record DistressRaised : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The id of the case.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country of origin, which holds the case.</summary>
    public required string Country { get; init; }

    public required Guid CaseId { get; init; }
}
