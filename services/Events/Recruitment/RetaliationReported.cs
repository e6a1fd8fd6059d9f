using MassTransit;

namespace Gms.Events.Recruitment;

/// <summary>Somebody said that the worker suffers for having complained.</summary>
/// <remarks>Says not who, or how.</remarks>
[MessageUrn("gms:recruitment:retaliation-reported:1")]
[EntityName("gms.recruitment.retaliation-reported")]
public sealed record RetaliationReported : IWorkerEvent
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
