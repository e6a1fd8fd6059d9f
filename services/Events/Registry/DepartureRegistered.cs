using MassTransit;

namespace Gms.Events.Registry;

/// <summary>An application to depart was received.</summary>
/// <remarks>The decision follows as the next version.</remarks>
[MessageUrn("gms:registry:departure-registered:1")]
[EntityName("gms.registry.departure-registered")]
public sealed record DepartureRegistered : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The departure's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>Country of departure, which holds the record.</summary>
    public required string Country { get; init; }

    public required Guid DepartureId { get; init; }

    /// <summary>Country of work, ISO 3166-1 alpha-2.</summary>
    public required string Destination { get; init; }

    /// <summary>The legal channel, for example MOU_S59.</summary>
    public required string Channel { get; init; }

    /// <summary>The planned day of departure, in the country of origin.</summary>
    public required DateOnly PlannedOn { get; init; }

    /// <summary>The contract applied with; null when there was none.</summary>
    public Guid? ContractId { get; init; }
}
