using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A departure was decided again, since a fact behind it changed.</summary>
/// <remarks>When the decision is another one than before, its own event tells it too.</remarks>
[MessageUrn("gms:registry:departure-reviewed:1")]
[EntityName("gms.registry.departure-reviewed")]
public sealed record DepartureReviewed : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The review's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>Country of departure, which holds the record.</summary>
    public required string Country { get; init; }

    public required Guid DepartureId { get; init; }

    /// <summary>The event that was the cause, without its version, for example gms.recruitment.agency-suspended.</summary>
    public required string Cause { get; init; }

    public required Guid CauseEventId { get; init; }

    /// <summary>Where the departure stands now: Cleared, Held or Refused.</summary>
    public required string Outcome { get; init; }

    /// <summary>True when another pass was issued.</summary>
    public required bool PassIssued { get; init; }
}
