using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A worker's document ended before its last day.</summary>
/// <remarks>Says which document by its id here, never its number: whoever may know more asks Documents.ListDocuments.</remarks>
[MessageUrn("gms:registry:document-ended:1")]
[EntityName("gms.registry.document-ended")]
public sealed record DocumentEnded : IWorkerEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    public required string SubjectId { get; init; }

    public required long SubjectVersion { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country that holds the record.</summary>
    public required string Country { get; init; }

    public required Guid DocumentId { get; init; }

    /// <summary>The kind, for example PASSPORT.</summary>
    public required string Kind { get; init; }

    /// <summary>LOST, STOLEN, WITHDRAWN or EXPIRED_EARLY.</summary>
    public required string EndedAs { get; init; }

    /// <summary>The day on which it ended.</summary>
    public required DateOnly EndedOn { get; init; }
}
