using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json;

namespace Gms.Platform;

/// <summary>What a service's codes mean in the languages of the region. From its Data/labels.json, read once at start.</summary>
public sealed class Labels
{
    /// <summary>English, Khmer, Lao, Burmese, Thai, Vietnamese, Chinese.</summary>
    public static readonly IReadOnlyList<string> Languages = ["en", "km", "lo", "my", "th", "vi", "zh"];

    readonly FrozenDictionary<(string List, string Code), FrozenDictionary<string, string>> _labels;

    Labels(Dictionary<string, Dictionary<string, Dictionary<string, string>>> lists) =>
        _labels = lists.SelectMany(l => l.Value.Select(c => (Key: (l.Key, c.Key), Value: c.Value.ToFrozenDictionary()))).ToFrozenDictionary(c => c.Key, c => c.Value);

    /// <summary>Every list and code that has labels.</summary>
    public IEnumerable<(string List, string Code)> Known => _labels.Keys;

    /// <summary>Null when there is none.</summary>
    public string? Find(string list, string code, string language) => _labels.GetValueOrDefault((list, code))?.GetValueOrDefault(language);

    public static Labels Of(Assembly service)
    {
        if (service.GetManifestResourceNames().SingleOrDefault(n => n.EndsWith(".Data.labels.json", StringComparison.Ordinal)) is not { } resource)
            return new([]);
        using var stream = service.GetManifestResourceStream(resource)!;
        return new(JsonSerializer.Deserialize<LabelFile>(stream, JsonSerializerOptions.Web)!.Lists);
    }

    /// <summary>The language for a BCP 47 tag: its first part; refuses one that has no labels.</summary>
    internal static string ReadLanguage(string tag, string field)
    {
        var language = Read.OptionalText(tag, field, 35)?.Split('-')[0].ToLowerInvariant() ?? "en";
        return Read.Code(language, field, Languages);
    }

    sealed record LabelFile(Dictionary<string, Dictionary<string, Dictionary<string, string>>> Lists);
}
