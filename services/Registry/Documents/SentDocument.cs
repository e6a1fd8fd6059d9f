using Gms.Registry.Documents.Formats;

namespace Gms.Registry.Documents;

/// <summary>A document as a request names it, read and looked up in the list of kinds; not on record yet.</summary>
sealed record SentDocument
{
    /// <summary>The proto path under which it was sent, for warnings.</summary>
    public required string Field { get; init; }

    public required string Kind { get; init; }

    public required string Family { get; init; }

    public required string Issuer { get; init; }

    /// <summary>As it was written.</summary>
    public required string Number { get; init; }

    /// <summary>As it is compared.</summary>
    public required string Compared { get; init; }

    public required bool UniqueNumber { get; init; }

    public IdFormat? Format { get; init; }

    public string? Authority { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public Evidence Evidence { get; init; }

    public string? EvidenceReference { get; init; }

    public string? DisputedReason { get; init; }
}

/// <summary>A record in which the same number stands.</summary>
sealed record NumberHolder(string WorkerNumber, string Country, Guid DocumentId, DocumentState State);
