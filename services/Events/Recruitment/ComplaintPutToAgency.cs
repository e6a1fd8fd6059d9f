using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>An officer asked the agency to answer a complaint.</summary>
/// <remarks>Says nothing about what it is about, or who told it.</remarks>
[MessageUrn("gms:recruitment:complaint-put-to-agency:1")]
[EntityName("gms.recruitment.complaint-put-to-agency")]
public sealed record ComplaintPutToAgency : IWorkerEvent
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

    /// <summary>The last day to answer.</summary>
    public required DateOnly AnswerDueOn { get; init; }
}
