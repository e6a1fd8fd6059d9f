using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>A planned session was changed: its time, room, trainer or places.</summary>
/// <remarks>On the timelines of those who have a place or wait for one.</remarks>
[MessageUrn("gms:departure-orientation:session-changed:1")]
[EntityName("gms.departure-orientation.session-changed")]
public sealed record SessionChanged : IWorkersEvent
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

    /// <summary>When it starts now.</summary>
    public required DateTimeOffset StartsAt { get; init; }

    /// <summary>When it ends now.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public required int Places { get; init; }

    /// <summary>False when only the number of places is another: nothing that those who have one need to know. Unset from releases before this was told.</summary>
    public bool? Moved { get; init; }
}
