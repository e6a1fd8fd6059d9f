using Gms.Platform;
using Gms.Registry.Workers;

namespace Gms.Registry.Duplicates;

/// <summary>What is compared of a person, whether on record or about to be. Knows nothing of the entities.</summary>
sealed record PersonFacts
{
    /// <summary>The country that holds the record, or will.</summary>
    public required string Country { get; init; }

    /// <summary>Null for somebody who is not enrolled yet.</summary>
    public string? WorkerNumber { get; init; }

    /// <summary>Whole names, in whatever script; the script is seen from the letters.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    public required PartialDate BirthDate { get; init; }

    public required Sex Sex { get; init; }

    /// <summary>Null when unknown or stateless.</summary>
    public string? Nationality { get; init; }

    /// <summary>ISO 3166-2.</summary>
    public string? Province { get; init; }

    public IReadOnlyList<string> FatherNames { get; init; } = [];

    public IReadOnlyList<string> MotherNames { get; init; } = [];

    public IReadOnlyList<DocumentFact> Documents { get; init; } = [];

    /// <summary>Keyed hashes of telephone numbers and addresses of mail.</summary>
    public IReadOnlyList<byte[]> Contacts { get; init; } = [];
}

/// <summary>A document by the keyed hash of its number.</summary>
sealed record DocumentFact(string Kind, string Issuer, byte[] NumberHash);
