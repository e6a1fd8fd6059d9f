using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A worker's document took the place of another, which ended.</summary>
/// <remarks>Says which document by its id here, never its number: whoever may know more asks Documents.ListDocuments.</remarks>
[MessageUrn("gms:registry:document-replaced:1")]
[EntityName("gms.registry.document-replaced")]
public sealed record DocumentReplaced : IWorkerEvent
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

    /// <summary>The document that ended.</summary>
    public required Guid ReplacedDocumentId { get; init; }

    /// <summary>The kind of the document that ended.</summary>
    public required string ReplacedKind { get; init; }

    /// <summary>The day of the change.</summary>
    public required DateOnly ReplacedOn { get; init; }
}
