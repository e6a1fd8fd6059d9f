using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>One certification of a trainer ends on a day: the training behind it was led by somebody who was withdrawn.</summary>
/// <remarks>The trainer is an id only: neither account nor name.</remarks>
[MessageUrn("gms:departure-orientation:certification-withdrawn:1")]
[EntityName("gms.departure-orientation.certification-withdrawn")]
public sealed record CertificationWithdrawn : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The trainer, as text.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid TrainerId { get; init; }

    public required Guid CertificationId { get; init; }

    /// <summary>The country whose authority certified, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>The first day on which it no longer holds; may lie before the event.</summary>
    public required DateOnly From { get; init; }
}
