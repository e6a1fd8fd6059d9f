using MassTransit;

namespace Gms.Events.Reintegration;

/// <summary>A worker who came back was asked how it goes.</summary>
/// <remarks>On the worker's timeline. Does not say how it goes.</remarks>
[MessageUrn("gms:reintegration:follow-up-recorded:1")]
[EntityName("gms.reintegration.follow-up-recorded")]
public sealed record FollowUpRecorded : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The follow-up, as text.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    /// <summary>The worker number under which the case was opened.</summary>
    public required string WorkerNumber { get; init; }

    /// <summary>The country returned to, which holds the case, ISO 3166-1 alpha-2.</summary>
    public required string Country { get; init; }

    public required Guid CaseId { get; init; }

    public required Guid FollowUpId { get; init; }

    /// <summary>Months after the return: 3, 6 or 12.</summary>
    public required int Month { get; init; }
}
