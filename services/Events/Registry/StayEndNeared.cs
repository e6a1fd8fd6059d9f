using MassTransit;

namespace Gms.Events.Registry;

/// <summary>The last day allowed of a stay abroad has come near: the worker is to be reminded.</summary>
/// <remarks>Once for each last day; an extension brings another one.</remarks>
[MessageUrn("gms:registry:stay-end-neared:1")]
[EntityName("gms.registry.stay-end-neared")]
public sealed record StayEndNeared : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The reminder's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country of the stay, which holds the record.</summary>
    public required string Country { get; init; }

    /// <summary>The arrival with which the stay began.</summary>
    public required Guid CrossingId { get; init; }

    /// <summary>The last day allowed, inclusive.</summary>
    public required DateOnly Until { get; init; }
}
