using MassTransit;

namespace Gms.Events.Registry;

/// <summary>Exits and arrivals were recorded from a list: one event for each committed piece of up to 500.</summary>
/// <remarks>Says nothing about the people. The subject is the import.</remarks>
[MessageUrn("gms:registry:crossings-imported:1")]
[EntityName("gms.registry.crossings-imported")]
public sealed record CrossingsImported : IWorkersEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The import's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>1, 2, 3 … per import.</summary>
    public required long SubjectVersion { get; init; }

    /// <summary>Who crossed, each once.</summary>
    public required IReadOnlyList<string> WorkerNumbers { get; init; }

    /// <summary>The country left or entered, which holds the records.</summary>
    public required string Country { get; init; }
}
