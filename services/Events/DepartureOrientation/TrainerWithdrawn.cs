using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>Every certification of a trainer ends on a day.</summary>
/// <remarks>The trainer is an id only; the reason stays with the office.</remarks>
[MessageUrn("gms:departure-orientation:trainer-withdrawn:1")]
[EntityName("gms.departure-orientation.trainer-withdrawn")]
public sealed record TrainerWithdrawn : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The trainer, as text.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid TrainerId { get; init; }

    /// <summary>The country whose authority certified, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>The first day on which the trainer may no longer teach; may lie before the event.</summary>
    public required DateOnly From { get; init; }
}
