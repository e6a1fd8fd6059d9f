using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>An employer was registered by the labour office of the country of work.</summary>
/// <remarks>Says nothing about a person.</remarks>
[MessageUrn("gms:recruitment:employer-registered:1")]
[EntityName("gms.recruitment.employer-registered")]
public sealed record EmployerRegistered : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>Country of work, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Code of the main sector.</summary>
    public required string Sector { get; init; }
}
