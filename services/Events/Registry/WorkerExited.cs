using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A worker left a country.</summary>
/// <remarks>Recorded by a border post of that country.</remarks>
[MessageUrn("gms:registry:worker-exited:1")]
[EntityName("gms.registry.worker-exited")]
public sealed record WorkerExited : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The crossing's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country left, which holds the record.</summary>
    public required string Country { get; init; }

    public required Guid CrossingId { get; init; }

    /// <summary>The departure it belongs to; null when there is none.</summary>
    public Guid? DepartureId { get; init; }

    /// <summary>Code of the checkpoint; null by air or by sea.</summary>
    public string? Checkpoint { get; init; }

    /// <summary>When the border was crossed.</summary>
    public required DateTimeOffset CrossedAt { get; init; }

    /// <summary>What was missing: NoClearedDeparture, NoExitRecorded, BeforePlannedDay.</summary>
    public required IReadOnlyList<string> Flags { get; init; }
}
