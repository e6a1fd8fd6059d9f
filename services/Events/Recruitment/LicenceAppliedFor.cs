using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>An agency applied for a licence, or for the renewal of one.</summary>
/// <remarks>Says nothing about a person. The subject is the application.</remarks>
[MessageUrn("gms:recruitment:licence-applied-for:1")]
[EntityName("gms.recruitment.licence-applied-for")]
public sealed record LicenceAppliedFor : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid ApplicationId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>The licensing country, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>True for sending workers abroad, false for bringing them in.</summary>
    public required bool Outbound { get; init; }

    /// <summary>The licence to be renewed; null for a first one.</summary>
    public Guid? RenewsLicenceId { get; init; }
}
