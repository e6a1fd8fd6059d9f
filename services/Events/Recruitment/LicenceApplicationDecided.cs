using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>An application for a licence was granted, refused or withdrawn.</summary>
/// <remarks>Says nothing about a person. The subject is the application; reasons are asked of Licences.ListApplications.</remarks>
[MessageUrn("gms:recruitment:licence-application-decided:1")]
[EntityName("gms.recruitment.licence-application-decided")]
public sealed record LicenceApplicationDecided : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid ApplicationId { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>The licensing country, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Granted, Refused or Withdrawn.</summary>
    public required string Status { get; init; }

    /// <summary>The licence granted; null when there is none.</summary>
    public Guid? LicenceId { get; init; }
}
