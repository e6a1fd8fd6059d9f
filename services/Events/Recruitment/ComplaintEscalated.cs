using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>A step of a complaint was not taken in time: the next office was told.</summary>
/// <remarks>Says nothing about what it is about, or who told it.</remarks>
[MessageUrn("gms:recruitment:complaint-escalated:1")]
[EntityName("gms.recruitment.complaint-escalated")]
public sealed record ComplaintEscalated : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The complaint's id.</summary>
    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the complaint.</summary>
    public required string Country { get; init; }

    public required Guid ComplaintId { get; init; }

    /// <summary>The agency complained about; null when there is none.</summary>
    public Guid? AgencyId { get; init; }

    /// <summary>How often the next office was told about this step: 1, 2 or 3.</summary>
    public required int Level { get; init; }
}
