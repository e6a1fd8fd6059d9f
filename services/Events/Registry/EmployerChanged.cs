using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A worker changed the employer during a stay.</summary>
/// <remarks>Recorded by the country of work.</remarks>
[MessageUrn("gms:registry:employer-changed:1")]
[EntityName("gms.registry.employer-changed")]
public sealed record EmployerChanged : IWorkerEvent
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

    /// <summary>The new contract, an id of Recruitment.</summary>
    public required Guid ContractId { get; init; }

    /// <summary>The first day with the new employer.</summary>
    public required DateOnly ChangedOn { get; init; }
}
