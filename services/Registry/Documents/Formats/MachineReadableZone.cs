using Gms.Platform;
using Gms.Registry.Workers;

namespace Gms.Registry.Documents.Formats;

enum MrzForm
{
    /// <summary>A card: three lines of 30.</summary>
    Td1,

    /// <summary>A passport: two lines of 44.</summary>
    Td3,
}

/// <summary>What one check digit says.</summary>
sealed record MrzCheck(string Field, bool Holds);

/// <summary>What a machine-readable zone says, each field as far as it can be read.</summary>
sealed record MachineReadableZone
{
    public required MrzForm Form { get; init; }

    /// <summary>The first two characters without filler: P, PJ, ID …</summary>
    public required string DocumentCode { get; init; }

    public required string Issuer { get; init; }

    public required string Number { get; init; }

    public required string Nationality { get; init; }

    /// <summary>Empty where the zone tells no family name apart.</summary>
    public required string Family { get; init; }

    public required string Given { get; init; }

    /// <summary>Null when not even the year can be read.</summary>
    public required PartialDate? Birth { get; init; }

    public required Sex Sex { get; init; }

    public required DateOnly? Expiry { get; init; }

    public required IReadOnlyList<string> Optional { get; init; }

    public required IReadOnlyList<MrzCheck> Checks { get; init; }

    public required IReadOnlyList<FormatWarning> Warnings { get; init; }

    public string FullName => string.Join(' ', new[] { Family, Given }.Where(part => part.Length > 0));
}
