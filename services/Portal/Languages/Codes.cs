namespace Gms.Portal.Languages;

/// <summary>
/// Codes and values of the contracts in a reader's words: the text code.LIST.VALUE, else the service's own label. A value of no word is shown as it is, never hidden.
/// </summary>
static class Codes
{
    public static string Code(this Texts texts, string list, object value) =>
        texts.Has($"code.{list}.{value}") ? texts[$"code.{list}.{value}"] : Labels.Of(texts.Language, list, $"{value}") ?? $"{value}";

    public static IEnumerable<(string Code, string Text)> Choices(this Texts texts, string list, IEnumerable<string> codes) => codes.Select(code => (code, texts.Code(list, code)));

    /// <summary>The six countries, by name.</summary>
    public static IEnumerable<(string Code, string Text)> Countries(this Texts texts) => new[] { "KH", "CN", "LA", "MM", "TH", "VN" }.Select(code => (code, texts.Country(code)));
}
