using System.Text;

namespace Gms.Registry.Workers;

/// <summary>The script in which a name is written (ISO 15924), told from its letters.</summary>
static class Scripts
{
    static readonly (int From, int To, string Script)[] Blocks =
    [
        (0x0041, 0x024F, "Latn"), (0x0370, 0x03FF, "Grek"), (0x0400, 0x052F, "Cyrl"), (0x0600, 0x06FF, "Arab"), (0x0900, 0x097F, "Deva"), (0x0980, 0x09FF, "Beng"),
        (0x0E01, 0x0E5B, "Thai"), (0x0E81, 0x0EFF, "Laoo"), (0x1000, 0x109F, "Mymr"), (0x1780, 0x17FF, "Khmr"), (0x1950, 0x197F, "Tale"), (0x1980, 0x19DF, "Talu"),
        (0x1A20, 0x1AAF, "Lana"), (0x1E00, 0x1EFF, "Latn"), (0x3040, 0x30FF, "Jpan"), (0x3400, 0x9FFF, "Hani"), (0xA9E0, 0xA9FF, "Mymr"), (0xAA60, 0xAA7F, "Mymr"),
        (0xAC00, 0xD7AF, "Kore"), (0xF900, 0xFAFF, "Hani"), (0x20000, 0x3134F, "Hani"),
    ];

    /// <summary>The script of most letters; Zyyy when no block known here holds them. Han is Hani: simplified and traditional are not told apart by single characters.</summary>
    public static string Of(string text) => text.EnumerateRunes().Where(Rune.IsLetter).Select(Of)
        .GroupBy(s => s).OrderByDescending(g => g.Count()).FirstOrDefault()?.Key ?? "Zyyy";

    static string Of(Rune letter) => Array.Find(Blocks, b => letter.Value >= b.From && letter.Value <= b.To).Script ?? "Zyyy";
}
