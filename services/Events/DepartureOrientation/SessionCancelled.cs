using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>A planned session will not take place.</summary>
/// <remarks>On the timelines of those who had a place or waited for one.</remarks>
[MessageUrn("gms:departure-orientation:session-cancelled:1")]
[EntityName("gms.departure-orientation.session-cancelled")]
public sealed record SessionCancelled : IWorkersEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The session, as text.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    /// <summary>Those who have a place or wait for one; of more than 500 the others are told by an event of their own.</summary>
    public required IReadOnlyList<string> WorkerNumbers { get; init; }

    /// <summary>The country of the institution, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid SessionId { get; init; }

    /// <summary>TrainerUnavailable, RoomUnavailable, TooFewEnrolled or SafetyOrHealth.</summary>
    public required string Reason { get; init; }

    /// <summary>When it would have begun; unset from releases before this was told.</summary>
    public DateTimeOffset? StartsAt { get; init; }
}
