using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>The labour office of the country of work accredited or suspended an employer, or withdrew its accreditation.</summary>
/// <remarks>Says nothing about a person.</remarks>
[MessageUrn("gms:recruitment:employer-standing-changed:1")]
[EntityName("gms.recruitment.employer-standing-changed")]
public sealed record EmployerStandingChanged : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid EmployerId { get; init; }

    /// <summary>The country of work, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Accredited, Suspended or Withdrawn.</summary>
    public required string Standing { get; init; }

    /// <summary>The first day of it.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Inclusive, of an accreditation with an end; null otherwise.</summary>
    public DateOnly? LastDay { get; init; }
}
