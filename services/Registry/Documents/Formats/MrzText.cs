using System.Globalization;
using System.Text;
using Gms.Platform;

namespace Gms.Registry.Documents.Formats;

/// <summary>The lines of a machine-readable zone out of what a scanner or a person sent.</summary>
static class MrzText
{
    /// <summary>A zone has 90 characters at most; what is much longer is something else.</summary>
    public const int Longest = 400;

    /// <summary>Lines of A to Z, 0 to 9 and filler, empty ones left out; or why there are none.</summary>
    public static (IReadOnlyList<string> Lines, Problem? Refusal) Lines(string text)
    {
        if (text.Length > Longest)
            return ([], Problems.MrzTooLong(Longest));

        List<StringBuilder> lines = [new()];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\r' or 0x0B or 0x0C or 0x85 or 0x2028 or 0x2029)
            {
                if (lines[^1].Length > 0)
                    lines.Add(new());
            }
            else if (!IsInvisible(rune))
                foreach (var c in Plain(rune))
                    if (c is '<' || char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c))
                        lines[^1].Append(c);
                    else
                        return ([], Problems.MrzForeignCharacters(lines.Count));
        }
        return ([.. lines.Where(l => l.Length > 0).Select(l => l.ToString())], null);
    }

    static bool IsInvisible(Rune rune) => Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;

    /// <summary>Signs that scanners see in the filler, and full-width forms, as the characters they stand for.</summary>
    static string Plain(Rune rune) => rune.Value switch
    {
        0xAB or 0x226A => "<<",                     // « and ≪
        0x2039 or 0x3008 or 0x27E8 => "<",          // ‹ 〈 ⟨
        < 0x80 => char.ToUpperInvariant((char)rune.Value).ToString(),
        0xFFFD => "\uFFFD",
        _ => rune.ToString().Normalize(NormalizationForm.FormKC).ToUpperInvariant(),
    };
}
