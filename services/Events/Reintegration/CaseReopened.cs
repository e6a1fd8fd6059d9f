using MassTransit;

namespace Gms.Events.Reintegration;

/// <summary>A closed reintegration case was opened again.</summary>
/// <remarks>On the worker's timeline. Does not say why.</remarks>
[MessageUrn("gms:reintegration:case-reopened:1")]
[EntityName("gms.reintegration.case-reopened")]
public sealed record CaseReopened : IWorkerEvent
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
}
