using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>What had to be paid back or put right after a complaint was, as somebody other than the agency confirms.</summary>
/// <remarks>Says not how much.</remarks>
[MessageUrn("gms:recruitment:complaint-remedied:1")]
[EntityName("gms.recruitment.complaint-remedied")]
public sealed record ComplaintRemedied : IWorkerEvent
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

    /// <summary>Nothing is owed any more.</summary>
    public required bool InFull { get; init; }
}
