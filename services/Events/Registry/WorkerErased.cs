using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A person's data was taken away for good. The worker number stays; each reader keeps what its law demands and lets go of the rest.</summary>
[MessageUrn("gms:registry:worker-erased:1")]
[EntityName("gms.registry.worker-erased")]
public sealed record WorkerErased : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The worker number.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the worker's record.</summary>
    public required string Country { get; init; }

    /// <summary>The legal ground: WorkerAsked, RetentionEnded, EnrolledInError or Ordered.</summary>
    public required string Ground { get; init; }
}
