namespace Gms.Registry.Documents;

/// <summary>Where a document stands in its life. That its validity has run out is told by the day, not by a state.</summary>
public enum DocumentState
{
    InUse,

    /// <summary>Another document took its place; that one names it.</summary>
    Replaced,

    Lost,
    Stolen,

    /// <summary>Taken back or declared void by who issued it.</summary>
    Withdrawn,

    /// <summary>No longer accepted before the day that stands on it.</summary>
    ExpiredEarly,
}

/// <summary>How a document was seen when it was recorded.</summary>
public enum Evidence
{
    /// <summary>Nobody saw it; the person or a record says so.</summary>
    Stated,

    OriginalSeen,
    Copy,

    /// <summary>Its machine-readable zone was read.</summary>
    MrzRead,

    /// <summary>Its chip was read.</summary>
    ChipRead,
}

/// <summary>An identity document of a worker, kept for good: one that ends stays readable. The number is encrypted under the person's key and found by a keyed hash.</summary>
public sealed class Document
{
    public required Guid Id { get; init; }

    public required string Kind { get; init; }

    /// <summary>The kind without its issuer, under which numbers are compared.</summary>
    public required string Family { get; init; }

    public required string Issuer { get; init; }

    /// <summary>The office that issued it, in its own words.</summary>
    public string? Authority { get; init; }

    public required byte[] NumberEncrypted { get; set; }

    public required byte[] NumberHash { get; init; }

    /// <summary>The version of the search key that made <see cref="NumberHash"/>.</summary>
    public required int HashVersion { get; init; }

    /// <summary>Whether numbers of this kind belong to one person only.</summary>
    public required bool UniqueNumber { get; init; }

    /// <summary>Why an officer recorded a number that is another worker's already; null when it is in no dispute.</summary>
    public string? DisputedReason { get; init; }

    public DateOnly? ValidFrom { get; init; }

    public DateOnly? ValidUntil { get; init; }

    public required Evidence Evidence { get; init; }

    public string? EvidenceReference { get; init; }

    public DocumentState State { get; private set; }

    public DateOnly? EndedOn { get; private set; }

    public string? EndReason { get; private set; }

    /// <summary>The document whose place this one took.</summary>
    public Guid? Replaces { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    public void End(DocumentState how, DateOnly on, string? reason) => (State, EndedOn, EndReason) = (how, on, reason);
}
