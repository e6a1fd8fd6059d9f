using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>An agency's licence is revoked for good from a day on: no new contracts, no departures under it.</summary>
/// <remarks>Says nothing about a person.</remarks>
[MessageUrn("gms:recruitment:licence-revoked:1")]
[EntityName("gms.recruitment.licence-revoked")]
public sealed record LicenceRevoked : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>The licensing country, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid LicenceId { get; init; }

    /// <summary>First day on which it is revoked.</summary>
    public required DateOnly From { get; init; }
}
