using Gms.Platform;
using Gms.Registry.Workers;

namespace Gms.Registry.Duplicates;

/// <summary>What two records are compared by: the facts of a person, folded.</summary>
sealed record MatchFeatures
{
    public required string Country { get; init; }

    public required string? WorkerNumber { get; init; }

    public required IReadOnlyList<FoldedName> Names { get; init; }

    public required PartialDate BirthDate { get; init; }

    public required Sex Sex { get; init; }

    public required string? Nationality { get; init; }

    public required string? Province { get; init; }

    /// <summary>Hashes of how the parts of the name sound: a parent is not written in the clear anywhere.</summary>
    public required IReadOnlyList<long> Father { get; init; }

    public required IReadOnlyList<long> Mother { get; init; }

    public required IReadOnlyList<DocumentMark> Documents { get; init; }

    public required IReadOnlyList<long> Contacts { get; init; }

    /// <summary>Registrars write the first of January where they know the year: it counts as the year alone.</summary>
    public bool HasWholeDate => BirthDate is { Day: not 0 } and not { Month: 1, Day: 1 };
}
