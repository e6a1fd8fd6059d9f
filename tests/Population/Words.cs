using System.Text.Json;

namespace Gms.Population;

/// <summary>A word of a name in Latin letters and its own script, and how often it is given.</summary>
public sealed record Word(string Latin, string Native, double Weight = 1);

/// <summary>A province and how many live there.</summary>
public sealed record Province(string Code, double Weight);

/// <summary>How a country's names are put together.</summary>
public enum NameOrder
{
    FamilyFirst,
    GivenFirst,

    /// <summary>No family name: two to four syllables, joined in their own script.</summary>
    Syllables,
}

/// <summary>The words of one country (Data/&lt;country&gt;.json), written for this generator alone: the engine that is measured knows nothing of them.</summary>
public sealed class Words
{
    static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Converters = { new System.Text.Json.Serialization.JsonStringEnumConverter() } };

    readonly WordFile _file;

    Words(WordFile file)
    {
        _file = file;
        (Family, FamilyStart, FamilyEnd) = (new(file.Family), new(file.FamilyStart), new(file.FamilyEnd));
        (GivenStart, GivenEnd) = (new(file.GivenStart), new(file.GivenEnd));
        (Male, Female) = (new(file.Male), new(file.Female));
        (Middle, MiddleFemale) = (new(file.Middle), new(file.MiddleFemale));
        Provinces = new(file.Provinces.Select(p => new Word(p.Code, p.Code, p.Weight)));
    }

    public string Country => _file.Country;

    public NameOrder Order => _file.Order;

    /// <summary>The country's part of the whole population.</summary>
    public double People => _file.People;

    public Weighted Family { get; }
    public Weighted FamilyStart { get; }
    public Weighted FamilyEnd { get; }
    public Weighted GivenStart { get; }
    public Weighted GivenEnd { get; }
    public Weighted Male { get; }
    public Weighted Female { get; }
    public Weighted Middle { get; }
    public Weighted MiddleFemale { get; }
    public Weighted Provinces { get; }

    /// <summary>How offices spell the same sound: from, to.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Variants => _file.Variants;

    /// <summary>The first syllable of a given name of two; null where it cannot be told.</summary>
    public string? StartsOf(string word) =>
        _file.GivenStart.Select(w => w.Latin).Where(s => word.Length > s.Length && word.StartsWith(s, StringComparison.Ordinal) && _file.GivenEnd.Any(e => word[s.Length..].Equals(e.Latin, StringComparison.OrdinalIgnoreCase))).MaxBy(s => s.Length);

    /// <summary>The kind of national document.</summary>
    public string NationalDocument => _file.Documents[0];

    public static IReadOnlyList<Words> All { get; } = [.. new[] { "KH", "CN", "LA", "MM", "TH", "VN" }.Select(Load)];

    static Words Load(string country)
    {
        var assembly = typeof(Words).Assembly;
        using var stream = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith($".{country}.json", StringComparison.Ordinal)))!;
        return new(JsonSerializer.Deserialize<WordFile>(stream, Options)!);
    }

    sealed record WordFile(
        string Country, NameOrder Order, double People, IReadOnlyList<Word> Family, IReadOnlyList<Word> FamilyStart, IReadOnlyList<Word> FamilyEnd,
        IReadOnlyList<Word> GivenStart, IReadOnlyList<Word> GivenEnd, IReadOnlyList<Word> Male, IReadOnlyList<Word> Female, IReadOnlyList<Word> Middle,
        IReadOnlyList<Word> MiddleFemale, IReadOnlyList<IReadOnlyList<string>> Variants, IReadOnlyList<Province> Provinces, IReadOnlyList<string> Documents);
}

/// <summary>Words drawn by weight.</summary>
public sealed class Weighted
{
    readonly Word[] _words;
    readonly double[] _sums;

    public Weighted(IEnumerable<Word> words)
    {
        _words = [.. words];
        _sums = new double[_words.Length];
        var sum = 0.0;
        for (var i = 0; i < _words.Length; i++)
            _sums[i] = sum += _words[i].Weight;
    }

    public bool Any => _words.Length > 0;

    public Word Draw(Dice dice)
    {
        var at = Array.BinarySearch(_sums, dice.Next() * _sums[^1]);
        return _words[Math.Min(at < 0 ? ~at : at, _words.Length - 1)];
    }
}
