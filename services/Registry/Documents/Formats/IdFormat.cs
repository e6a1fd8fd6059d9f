using System.Text.Json.Serialization;
using Gms.Type.V1;

namespace Gms.Registry.Documents.Formats;

/// <summary>What numbers of one kind of document look like: a row of Data/id_formats.json.</summary>
sealed record IdFormat(
    string Id, string Country, string Name, string? Regex, int? Length, CheckDigit CheckDigit, DateOnly? ValidTo, UniqueNumbers? Unique, string? Mrz,
    Spellings? TownshipLetters, Spellings? TypeLetters, IReadOnlyList<TestVector>? TestVectors, string Source, Confidence Confidence);

/// <summary>Whether a number belongs to one person only, and how sure that is.</summary>
sealed record UniqueNumbers(bool Value, Confidence Confidence, string Source);

/// <summary>How something is written, and its canonical form.</summary>
sealed record Spellings(IReadOnlyDictionary<string, string> Values);

/// <summary>A made-up or published number that is right or wrong; none is a person's.</summary>
sealed record TestVector(string? Value, bool Valid)
{
    [JsonPropertyName("equals")]
    public string? SameAs { get; init; }
}

/// <summary>The algorithm by which a number's check character follows from the others.</summary>
enum CheckDigit
{
    None,

    [JsonStringEnumMemberName("TH_MOD_11")]
    ThaiMod11,

    /// <summary>ISO 7064 MOD 11-2.</summary>
    [JsonStringEnumMemberName("CN_MOD_11_2")]
    Mod11To2,
}
