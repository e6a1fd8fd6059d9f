using System.Collections.Frozen;
using System.Text.Json;

namespace Gms.Platform;

/// <summary>Names of countries in every language, and of provinces in English and their own. From places.json.</summary>
static class Places
{
    static readonly PlaceFile File = Load();
    static readonly FrozenDictionary<string, Named> ByProvince = File.Provinces.ToFrozenDictionary(p => p.Code);

    public static IReadOnlyCollection<string> Countries => File.Countries.Keys;

    public static IReadOnlyCollection<string> Provinces => ByProvince.Keys;

    public static string? Country(string code, string language) => File.Countries.GetValueOrDefault(code)?.GetValueOrDefault(language);

    /// <summary>In the province's own language for who reads it, otherwise in English.</summary>
    public static string? Province(string code, string language) =>
        ByProvince.GetValueOrDefault(code) is not { } province ? null : province.Language == language ? province.Local : province.English;

    static PlaceFile Load()
    {
        var assembly = typeof(Places).Assembly;
        using var stream = assembly.GetManifestResourceStream(assembly.GetManifestResourceNames().Single(n => n.EndsWith(".places.json", StringComparison.Ordinal)))!;
        return JsonSerializer.Deserialize<PlaceFile>(stream, JsonSerializerOptions.Web)!;
    }

    sealed record PlaceFile(Dictionary<string, Dictionary<string, string>> Countries, IReadOnlyList<Named> Provinces);

    sealed record Named(string Code, string English, string Local, string Language);
}
