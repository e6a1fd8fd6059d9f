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

    /// <summary>The crossings; null in events of before they were told.</summary>
    public IReadOnlyList<ListedCrossing>? Crossings { get; init; }
}

/// <summary>One crossing of a list.</summary>
public sealed record ListedCrossing
{
    public required Guid CrossingId { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>Exit or Arrival.</summary>
    public required string Kind { get; init; }

    /// <summary>When the border was crossed.</summary>
    public required DateTimeOffset CrossedAt { get; init; }
}
