using Gms.Platform;
using Gms.Registry.Corridors;
using Gms.Type.V1;

namespace Gms.Registry.Consents;

/// <summary>What allows a purpose.</summary>
enum LegalBasis
{
    /// <summary>A law obliges the office.</summary>
    LawDuty,

    /// <summary>A task that a law gives the office.</summary>
    PublicTask,

    /// <summary>The person agreed.</summary>
    Consent,

    /// <summary>A danger to life or limb.</summary>
    VitalInterest,

    /// <summary>The person's own right.</summary>
    OwnRight,
}

/// <summary>On what each purpose rests, for whom, and the texts of those that rest on consent: Data/purposes.json.</summary>
sealed class PurposeTable
{
    readonly Dictionary<Purpose, IReadOnlyList<Ground>> _grounds;

    public PurposeTable(IEnumerable<PurposeRow> purposes, IEnumerable<ConsentTextRow> texts)
    {
        _grounds = purposes.ToDictionary(p => Parse(p.Purpose), p => p.Grounds);
        Texts = [.. texts.OrderBy(t => t.Purpose, StringComparer.Ordinal).ThenBy(t => t.Version)];
    }

    /// <summary>Every version of every text, by purpose and version.</summary>
    public IReadOnlyList<ConsentTextRow> Texts { get; }

    public IEnumerable<Purpose> Purposes => _grounds.Keys;

    /// <summary>What allows this purpose to somebody with these roles: the first ground that fits. There is one for everybody at the end of each list.</summary>
    public Ground GroundOf(Purpose purpose, IReadOnlySet<string> roles, bool holdsTheRecord) =>
        _grounds[purpose].First(g => g.Fits(roles, holdsTheRecord));

    public bool RestsOnConsentForSomebody(Purpose purpose) => _grounds.TryGetValue(purpose, out var grounds) && grounds.Any(g => g.Basis is LegalBasis.Consent);

    /// <summary>The text to show now.</summary>
    public ConsentTextRow TextOf(Purpose purpose) => Texts.Last(t => t.Purpose == purpose.Name());

    public static PurposeTable Load()
    {
        var file = DataFile.Read<PurposeFile>("purposes");
        return new(file.Purposes, file.ConsentTexts);
    }

    static Purpose Parse(string name) => Platform.Purposes.TryParse(name, out var purpose) ? purpose : throw new InvalidOperationException($"Data/purposes.json names a purpose that is none: {name}");

    sealed record PurposeFile(IReadOnlyList<PurposeRow> Purposes, IReadOnlyList<ConsentTextRow> ConsentTexts);
}

/// <param name="Purpose">As in metadata: departure-clearance …</param>
/// <param name="Grounds">The first that fits the reader counts; the last fits everybody.</param>
sealed record PurposeRow(string Purpose, IReadOnlyList<Ground> Grounds);

/// <param name="Who">Roles; holder and others for countries that hold the record or do not; * for everybody.</param>
/// <param name="Basis">What allows it.</param>
/// <param name="Source">Where that is written; null when no source is at hand.</param>
/// <param name="Confidence">High, medium or low.</param>
sealed record Ground(IReadOnlyList<string> Who, LegalBasis Basis, string? Source, string Confidence)
{
    public bool Fits(IReadOnlySet<string> roles, bool holdsTheRecord) =>
        Who.Any(who => who == "*" || roles.Contains(who) || who == (holdsTheRecord ? "holder" : "others"));
}

/// <param name="Purpose">The purpose agreed to.</param>
/// <param name="Version">1, 2, 3 …</param>
/// <param name="NeedsReview">No lawyer and no native reader has approved it yet.</param>
/// <param name="Texts">By language, BCP 47.</param>
sealed record ConsentTextRow(string Purpose, int Version, bool NeedsReview, IReadOnlyDictionary<string, string> Texts);
