using Gms.Registry.Corridors;
using Gms.Registry.Documents.Formats;
using Gms.Type.V1;

namespace Gms.Registry.Documents;

/// <summary>The kinds of document that a request may name, and what is known of each. Data.</summary>
sealed class DocumentKinds
{
    /// <summary>A channel's word for having no document; nothing that can be recorded.</summary>
    const string NoDocument = "NONE";

    readonly Dictionary<string, ListedKind> _kinds;
    readonly Dictionary<string, string> _families;
    readonly Dictionary<string, IdFormat> _formats;

    public DocumentKinds()
    {
        var kinds = DataFile.Read<KindFile>("document_kinds").DocumentKinds;
        _kinds = kinds.ToDictionary(k => k.Code);
        _families = kinds.SelectMany(k => k.Also.Append(k.Code).Select(code => (code, k.Code))).ToDictionary(k => k.code, k => k.Code);
        _formats = DataFile.Read<FormatFile>("id_formats").IdTypes.Where(f => f.Country != "*").ToDictionary(f => f.Id);
        Codes = _families.Keys.Concat(_formats.Keys).Where(code => code != NoDocument).ToHashSet();
    }

    public IReadOnlyCollection<string> Codes { get; }

    public IReadOnlyCollection<IdFormat> Formats => _formats.Values;

    /// <summary>The kind without its issuer, under which numbers are compared: LA_PASSPORT is a PASSPORT.</summary>
    public string Family(string kind) => _families.GetValueOrDefault(kind, kind);

    /// <summary>What numbers of the kind look like; null when nothing is known.</summary>
    public IdFormat? Format(string kind, string issuer)
    {
        if (_formats.TryGetValue(kind, out var own))
            return own;
        return _kinds.TryGetValue(Family(kind), out var family)
            ? family.Also.Select(code => _formats.GetValueOrDefault(code)).FirstOrDefault(f => f?.Country == issuer)
            : null;
    }

    /// <summary>Whether a number belongs to one person only. What is said with low confidence blocks nobody.</summary>
    public bool HasUniqueNumbers(string kind) =>
        (_formats.GetValueOrDefault(kind)?.Unique ?? _kinds.GetValueOrDefault(Family(kind))?.Unique) is { Value: true, Confidence: Confidence.High or Confidence.Medium };

    sealed record KindFile(IReadOnlyList<ListedKind> DocumentKinds);

    sealed record ListedKind(string Code, IReadOnlyList<string> Also, UniqueNumbers? Unique);

    sealed record FormatFile(IReadOnlyList<IdFormat> IdTypes);
}
