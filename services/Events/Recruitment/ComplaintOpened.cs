using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>A complaint was opened for a worker.</summary>
/// <remarks>Says nothing about what it is about, or who told it.</remarks>
[MessageUrn("gms:recruitment:complaint-opened:1")]
[EntityName("gms.recruitment.complaint-opened")]
public sealed record ComplaintOpened : IWorkerEvent
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

    /// <summary>The contract it is about; null when there is none.</summary>
    public Guid? ContractId { get; init; }
}
