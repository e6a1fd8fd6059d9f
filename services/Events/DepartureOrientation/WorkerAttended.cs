using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>A worker's attendance on one day of a session was recorded.</summary>
/// <remarks>On the worker's timeline.</remarks>
[MessageUrn("gms:departure-orientation:worker-attended:1")]
[EntityName("gms.departure-orientation.worker-attended")]
public sealed record WorkerAttended : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The enrolment, as text.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    /// <summary>The worker number under which the record was made.</summary>
    public required string WorkerNumber { get; init; }

    /// <summary>The country of the institution, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid SessionId { get; init; }

    public required Guid CurriculumId { get; init; }

    public required DateOnly Day { get; init; }

    /// <summary>The minutes of that day.</summary>
    public required int Minutes { get; init; }

    /// <summary>The minutes of the session so far.</summary>
    public required int TotalMinutes { get; init; }
}
