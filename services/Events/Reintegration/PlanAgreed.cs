using MassTransit;

namespace Gms.Events.Reintegration;

/// <summary>The worker agreed to a plan.</summary>
/// <remarks>On the worker's timeline. Does not say which services: some of them tell what happened to a person.</remarks>
[MessageUrn("gms:reintegration:plan-agreed:1")]
[EntityName("gms.reintegration.plan-agreed")]
public sealed record PlanAgreed : IWorkerEvent
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

    public required Guid PlanId { get; init; }

    /// <summary>1, 2, 3 … per case; the highest holds.</summary>
    public required int Number { get; init; }
}
