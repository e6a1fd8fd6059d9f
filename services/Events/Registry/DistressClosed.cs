using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A case of distress was closed.</summary>
/// <remarks>Says nothing about how.</remarks>
[MessageUrn("gms:registry:distress-closed:1")]
[EntityName("gms.registry.distress-closed")]
public sealed record DistressClosed : IWorkerEvent
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
