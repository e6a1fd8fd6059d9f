using Gms.Platform;

namespace Gms.Registry.Workers;

/// <summary>The sex as the document states it.</summary>
public enum Sex
{
    Female,
    Male,

    /// <summary>Another marker, or none (ICAO 9303 X).</summary>
    Other,
}

/// <summary>A person on record. Enrolled once; documents and names change, the worker number stays.</summary>
public sealed class Worker
{
    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public required string WorkerNumber { get; init; }

    /// <summary>The country that enrolled the person and holds the record.</summary>
    public required string Country { get; init; }

    public required PartialDate BirthDate { get; init; }

    public required Sex Sex { get; init; }

    /// <summary>A dated, possibly unknown fact; null when unknown or stateless.</summary>
    public string? Nationality { get; init; }

    public bool Stateless { get; init; }

    /// <summary>ISO 3166-2.</summary>
    public string? Province { get; init; }

    public required DateTimeOffset EnrolledAt { get; init; }

    /// <summary>1, 2, 3 … with each change: the subject version of the worker's events.</summary>
    public long Version { get; private set; } = 1;

    /// <summary>When the person's data was erased; null as a rule. An erased worker is found by nothing but the number in the audit.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    public List<WorkerName> Names { get; init; } = [];

    public List<Document> Documents { get; init; } = [];
}

/// <summary>A name as one document or script writes it.</summary>
public sealed class WorkerName
{
    public required int Position { get; init; }

    public required string Full { get; init; }

    public string? Family { get; init; }

    public string? Given { get; init; }

    /// <summary>ISO 15924.</summary>
    public required string Script { get; init; }
}

/// <summary>An identity document. The number is encrypted for its own row and found by a keyed hash.</summary>
public sealed class Document
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    public required string Issuer { get; init; }

    public required byte[] NumberEncrypted { get; init; }

    public required byte[] NumberHash { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public required DateTimeOffset AddedAt { get; init; }
}
