using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>A session was planned and takes enrolments.</summary>
/// <remarks>Says nothing about a person, the trainer included.</remarks>
[MessageUrn("gms:departure-orientation:session-planned:1")]
[EntityName("gms.departure-orientation.session-planned")]
public sealed record SessionPlanned : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The session, as text.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid SessionId { get; init; }

    /// <summary>The country of the institution, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid CurriculumId { get; init; }

    public required Guid InstitutionId { get; init; }

    public required DateTimeOffset StartsAt { get; init; }

    public required DateTimeOffset EndsAt { get; init; }

    /// <summary>In which it is held, BCP 47.</summary>
    public required string Language { get; init; }

    public required int Places { get; init; }
}
