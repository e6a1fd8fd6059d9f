using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>One side does not accept the decision of a complaint.</summary>
/// <remarks>Says not which side.</remarks>
[MessageUrn("gms:recruitment:complaint-appealed:1")]
[EntityName("gms.recruitment.complaint-appealed")]
public sealed record ComplaintAppealed : IWorkerEvent
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
}
