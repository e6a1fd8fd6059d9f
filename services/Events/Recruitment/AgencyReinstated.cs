using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>A suspension ended: the licence is valid again from a day on, as far as its period goes.</summary>
/// <remarks>Says nothing about a person.</remarks>
[MessageUrn("gms:recruitment:agency-reinstated:1")]
[EntityName("gms.recruitment.agency-reinstated")]
public sealed record AgencyReinstated : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid AgencyId { get; init; }

    /// <summary>The licensing country, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid LicenceId { get; init; }

    /// <summary>First day on which the licence is valid again.</summary>
    public required DateOnly From { get; init; }
}
