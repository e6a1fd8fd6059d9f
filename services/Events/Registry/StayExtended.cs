using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A permit was extended during a stay.</summary>
/// <remarks>Recorded by the country of work.</remarks>
[MessageUrn("gms:registry:stay-extended:1")]
[EntityName("gms.registry.stay-extended")]
public sealed record StayExtended : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The change's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country of work, which holds the record.</summary>
    public required string Country { get; init; }

    /// <summary>The departure that led to the stay.</summary>
    public required Guid DepartureId { get; init; }

    /// <summary>The last day allowed now.</summary>
    public required DateOnly Until { get; init; }
}
