using MassTransit;

namespace Gms.Events.Reintegration;

/// <summary>A reintegration case was closed.</summary>
/// <remarks>On the worker's timeline.</remarks>
[MessageUrn("gms:reintegration:case-closed:1")]
[EntityName("gms.reintegration.case-closed")]
public sealed record CaseClosed : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The case, as text.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    /// <summary>The worker number under which the case was opened.</summary>
    public required string WorkerNumber { get; init; }

    /// <summary>The country returned to, which holds the case, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid CaseId { get; init; }

    /// <summary>Reintegrated, ReMigrated, HandedOver, Declined, Unreachable or OpenedInError.</summary>
    public required string Outcome { get; init; }
}
