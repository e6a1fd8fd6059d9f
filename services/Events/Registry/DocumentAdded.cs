using MassTransit;

namespace Gms.Events.Registry;

/// <summary>A worker has another identity document on record.</summary>
/// <remarks>Says which document by its id here, never its number: whoever may know more asks Documents.ListDocuments.</remarks>
[MessageUrn("gms:registry:document-added:1")]
[EntityName("gms.registry.document-added")]
public sealed record DocumentAdded : IWorkerEvent
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
}
