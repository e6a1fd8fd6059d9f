using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A worker's consent ended: the organisation may no longer read the record for that purpose.</summary>
[MessageUrn("gms:registry:consent-withdrawn:1")]
[EntityName("gms.registry.consent-withdrawn")]
public sealed record ConsentWithdrawn : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The consent's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the worker's record.</summary>
    public required string Country { get; init; }

    public required Guid ConsentId { get; init; }

    /// <summary>The purpose, for example reintegration.</summary>
    public required string Purpose { get; init; }

    /// <summary>The organisation's id.</summary>
    public required string OrganisationId { get; init; }
}
