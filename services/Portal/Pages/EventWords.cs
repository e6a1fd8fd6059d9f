using Gms.Portal.Languages;

namespace Gms.Portal.Pages;

/// <summary>Events in an officer's words: the texts event.SERVICE.NAME. An event that has none is shown by its own name.</summary>
static class EventWords
{
    public static string Of(Texts texts, string wireName)
    {
        var name = wireName.Split(':')[0];
        var key = $"event.{(name.StartsWith("gms.", StringComparison.Ordinal) ? name[4..] : name)}";
        return texts.Has(key) ? texts[key] : name;
    }
}
