using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Gms.Portal.Languages;

/// <summary>What the Portal says in one language: Languages/Texts/CODE.json, and of refusals, where there are any, Languages/Problems/CODE.json. Every language has the same keys; a test sees to it.</summary>
sealed class Texts
{
    static readonly Dictionary<string, Texts> Known = Language.All.ToDictionary(l => l.Code, l => new Texts(l, Read(l.Code)));

    readonly Dictionary<string, string> _texts;

    Texts(Language language, Dictionary<string, string> texts) => (Language, _texts) = (language, texts);

    public Language Language { get; }

    public IEnumerable<string> Keys => _texts.Keys;

    public static Texts In(Language language) => Known[language.Code];

    /// <summary>The text with its values filled in. A key that nobody wrote is a fault of ours: it is shown, so that it is seen.</summary>
    public string this[string key, params ReadOnlySpan<object?> values] =>
        _texts.TryGetValue(key, out var text) ? values.IsEmpty ? text : string.Format(CultureInfo.InvariantCulture, text, values) : key;

    public bool Has(string key) => _texts.ContainsKey(key);

    /// <summary>The text of a number of things. Of the seven languages only English has another form for one.</summary>
    public string Count(string key, long number) => this[number == 1 && Has(key + ".one") ? key + ".one" : key, number];

    /// <summary>A day as people there write it; Thai years are those of the Buddhist calendar.</summary>
    public string Day(DateOnly day) => this["date", day.Day, this[$"month.{day.Month}"], day.Year + int.Parse(this["date.years"], CultureInfo.InvariantCulture)];

    static Dictionary<string, string> Read(string code) =>
        new([.. Read("Texts", code) ?? throw new InvalidOperationException($"There are no texts in {code}."), .. Read("Problems", code) ?? []]);

    static Dictionary<string, string>? Read(string what, string code)
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{what}.{code}.json");
        return file is null ? null : JsonSerializer.Deserialize<Dictionary<string, string>>(file);
    }
}
