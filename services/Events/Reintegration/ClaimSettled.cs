using MassTransit;

namespace Gms.Events.Reintegration;

/// <summary>A claim of a worker who came back was paid, refused or dropped.</summary>
/// <remarks>On the worker's timeline. Does not say what was owed, nor how much.</remarks>
[MessageUrn("gms:reintegration:claim-settled:1")]
[EntityName("gms.reintegration.claim-settled")]
public sealed record ClaimSettled : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The claim, as text.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    /// <summary>The worker number under which the case was opened.</summary>
    public required string WorkerNumber { get; init; }

    /// <summary>The country returned to, which holds the case, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid ClaimId { get; init; }

    /// <summary>Paid, Refused or Dropped.</summary>
    public required string Outcome { get; init; }
}
