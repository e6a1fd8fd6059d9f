using MassTransit;

namespace Gms.Events.Registry;

/// <summary>People were enrolled in bulk: one event for each committed piece of up to 500.</summary>
/// <remarks>Says nothing about the people. The subject is the import.</remarks>
[MessageUrn("gms:registry:workers-imported:1")]
[EntityName("gms.registry.workers-imported")]
public sealed record WorkersImported : IWorkersEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The import's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>1, 2, 3 … per import.</summary>
    public required long SubjectVersion { get; init; }

    public required IReadOnlyList<string> WorkerNumbers { get; init; }

    /// <summary>The country that enrolled the people and holds the records.</summary>
    public required string Country { get; init; }
}
