using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>A complaint was upheld or found to be without ground.</summary>
/// <remarks>Says nothing about what it is about, or who told it.</remarks>
[MessageUrn("gms:recruitment:complaint-decided:1")]
[EntityName("gms.recruitment.complaint-decided")]
public sealed record ComplaintDecided : IWorkerEvent
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

    /// <summary>True when it was upheld, in whole or in part.</summary>
    public required bool Upheld { get; init; }
}
