using MassTransit;

namespace Gms.Events.Registry;

/// <summary>Workers came back, as a list tells: one event for each committed piece of up to 500.</summary>
/// <remarks>Reintegration opens a case for each return. The subject is the import.</remarks>
[MessageUrn("gms:registry:workers-returned:1")]
[EntityName("gms.registry.workers-returned")]
public sealed record WorkersReturned : IWorkersEvent
{
    public required Guid EventId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The import's id.</summary>
    public required string SubjectId { get; init; }

    /// <summary>1, 2, 3 … per import.</summary>
    public required long SubjectVersion { get; init; }

    /// <summary>Who came back, each once.</summary>
    public required IReadOnlyList<string> WorkerNumbers { get; init; }

    /// <summary>The country returned to, which holds the records.</summary>
    public required string Country { get; init; }

    /// <summary>The returns.</summary>
    public required IReadOnlyList<ListedReturn> Returns { get; init; }
}

/// <summary>One return of a list.</summary>
public sealed record ListedReturn
{
    public required Guid ReturnId { get; init; }

    public required string WorkerNumber { get; init; }

    /// <summary>The country come from, ISO 3166-1 alpha-2.</summary>
    public required string From { get; init; }

    /// <summary>Why, a code of return_reasons.json.</summary>
    public required string Reason { get; init; }

    /// <summary>The day of return, in the country returned to.</summary>
    public required DateOnly ReturnedOn { get; init; }

    /// <summary>The departure whose stay ended; null when it is not known.</summary>
    public Guid? DepartureId { get; init; }
}
