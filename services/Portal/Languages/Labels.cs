using System.Reflection;
using System.Text.Json;

namespace Gms.Portal.Languages;

/// <summary>The words that the services themselves give to the values of their lists (services/*/Data/labels.json), in every language.</summary>
static class Labels
{
    static readonly IReadOnlyDictionary<(string List, string Value), IReadOnlyDictionary<string, string>> Known = ReadAll();

    public static string? Of(Language language, string list, string value) =>
        Known.TryGetValue((list, value), out var words) ? words.GetValueOrDefault(language.Code.Split('-')[0]) : null;

    /// <summary>The values of a list, in its order.</summary>
    public static IEnumerable<string> Values(string list) => Known.Keys.Where(k => k.List == list).Select(k => k.Value);

    static Dictionary<(string, string), IReadOnlyDictionary<string, string>> ReadAll()
    {
        var known = new Dictionary<(string, string), IReadOnlyDictionary<string, string>>();
        var here = Assembly.GetExecutingAssembly();
        foreach (var name in here.GetManifestResourceNames().Where(n => n.StartsWith("Labels.", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var file = here.GetManifestResourceStream(name)!;
            using var labels = JsonDocument.Parse(file);
            foreach (var list in labels.RootElement.GetProperty("lists").EnumerateObject())
                foreach (var value in list.Value.EnumerateObject())
                    known.TryAdd((list.Name, value.Name), value.Value.EnumerateObject().ToDictionary(w => w.Name, w => w.Value.GetString()!));
        }
        return known;
    }
}
