namespace Gms.Platform;

/// <summary>A list of codes that a column holds values of.</summary>
public sealed class CodeList
{
    readonly IReadOnlyDictionary<string, string>? _names;

    CodeList(string name, IReadOnlyCollection<string> codes, IReadOnlyDictionary<string, string>? names = null) => (Name, Codes, _names) = (name, codes, names);

    /// <summary>The countries of the registry and those its workers go to beside them.</summary>
    public static CodeList Countries { get; } = new("country", Places.Countries);

    /// <summary>ISO 3166-2 codes of the six countries.</summary>
    public static CodeList Provinces { get; } = new("province", Places.Provinces);

    /// <summary>In snake case: the key of its labels in Data/labels.json.</summary>
    public string Name { get; }

    public IReadOnlyCollection<string> Codes { get; }

    /// <summary>True where the labels are in the service's Data/labels.json, in every language.</summary>
    public bool IsTranslated => _names is null && this != Countries && this != Provinces;

    /// <summary>The values of an enum, by the names under which they are stored.</summary>
    public static CodeList Of<TEnum>() where TEnum : struct, Enum => new(SnakeCase.Of(typeof(TEnum).Name), Enum.GetNames<TEnum>());

    /// <summary>Codes that are data.</summary>
    public static CodeList Of(string name, IEnumerable<string> codes) => new(name, [.. codes]);

    /// <summary>Codes whose labels are proper names: what its authority calls a scheme or a checkpoint is not translated.</summary>
    public static CodeList OfNames(string name, IReadOnlyDictionary<string, string> names) => new(name, [.. names.Keys], names);

    /// <summary>The label of a code; null for a code that is not on the list.</summary>
    internal string? Label(string code, Labels labels, string language) =>
        this == Countries ? Places.Country(code, language)
        : this == Provinces ? Places.Province(code, language)
        : _names is null ? labels.Find(Name, code, language)
        : _names.GetValueOrDefault(code);
}
