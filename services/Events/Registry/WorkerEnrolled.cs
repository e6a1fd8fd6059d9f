using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A person was enrolled and has a worker number from now on.</summary>
/// <remarks>Says nothing about the person: whoever may know more asks Workers.GetWorker.</remarks>
[MessageUrn("gms:registry:worker-enrolled:1")]
[EntityName("gms.registry.worker-enrolled")]
public sealed record WorkerEnrolled : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that enrolled the person and holds the record.</summary>
    public required string Country { get; init; }
}
