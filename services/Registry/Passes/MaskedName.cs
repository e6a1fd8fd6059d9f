using System.Globalization;
using System.Text;
using Gms.Registry.Workers;

namespace Gms.Registry.Passes;

/// <summary>A name as far as a pass shows it: enough to compare with a paper, too little to find a person by.</summary>
static class MaskedName
{
    const string Stars = "***";
    const int MostWords = 4, MostBytes = 40;

    /// <summary>The first letter of each word, in Latin script where the record has it, since that is what a border post reads.</summary>
    public static string Of(IReadOnlyList<WorkerName> names)
    {
        var shown = names.OrderBy(n => n.Script == "Latn" ? 0 : 1).ThenBy(n => n.Position).FirstOrDefault()?.Full ?? "";
        var masked = new StringBuilder();
        foreach (var word in shown.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var next = $"{(masked.Length > 0 ? " " : "")}{StringInfo.GetNextTextElement(word)}{Stars}";
            if (Encoding.UTF8.GetByteCount(masked.ToString()) + Encoding.UTF8.GetByteCount(next) > MostBytes)
                break;
            masked.Append(next);
        }
        return masked.Length > 0 ? masked.ToString() : Stars;
    }

    /// <summary>A text cut to so many bytes of UTF-8, at a letter's edge.</summary>
    public static string? Cut(string? text, int mostBytes)
    {
        if (text is null || Encoding.UTF8.GetByteCount(text) <= mostBytes)
            return text;
        var cut = new StringBuilder();
        var letters = StringInfo.GetTextElementEnumerator(text);
        var bytes = Encoding.UTF8.GetByteCount("…");
        while (letters.MoveNext() && (bytes += Encoding.UTF8.GetByteCount(letters.GetTextElement())) <= mostBytes)
            cut.Append(letters.GetTextElement());
        return cut.Append('…').ToString();
    }
}
