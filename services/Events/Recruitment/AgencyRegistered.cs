using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>An agency was entered into the register. It is not licensed yet.</summary>
/// <remarks>Says nothing about a person.</remarks>
[MessageUrn("gms:recruitment:agency-registered:1")]
[EntityName("gms.recruitment.agency-registered")]
public sealed record AgencyRegistered : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>The licensing country, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }
}
