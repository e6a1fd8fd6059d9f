using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>The agency answered a complaint.</summary>
/// <remarks>Says not what it answered.</remarks>
[MessageUrn("gms:recruitment:complaint-answered:1")]
[EntityName("gms.recruitment.complaint-answered")]
public sealed record ComplaintAnswered : IWorkerEvent
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

    /// <summary>After its last day.</summary>
    public required bool Late { get; init; }
}
