using MassTransit;

namespace Gms.Events.DepartureOrientation;

/// <summary>A trainer was certified or renewed.</summary>
/// <remarks>The trainer is an id only: neither account nor name.</remarks>
[MessageUrn("gms:departure-orientation:trainer-certified:1")]
[EntityName("gms.departure-orientation.trainer-certified")]
public sealed record TrainerCertified : IEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The trainer, as text.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required Guid TrainerId { get; init; }

    /// <summary>The country whose authority certified, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    /// <summary>Trainer or MasterTrainer.</summary>
    public required string Level { get; init; }

    /// <summary>The first day, inclusive.</summary>
    public required DateOnly ValidFrom { get; init; }

    /// <summary>The last day, inclusive.</summary>
    public required DateOnly ValidUntil { get; init; }
}
