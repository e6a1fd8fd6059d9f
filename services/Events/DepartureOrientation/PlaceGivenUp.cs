using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>A worker gave up a place in a session, or the wait for one.</summary>
/// <remarks>On the worker's timeline.</remarks>
[MessageUrn("gms:departure-orientation:place-given-up:1")]
[EntityName("gms.departure-orientation.place-given-up")]
public sealed record PlaceGivenUp : IWorkerEvent
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
}
