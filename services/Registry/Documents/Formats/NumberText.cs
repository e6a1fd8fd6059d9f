using System.Globalization;
using System.Text;

namespace Gms.Registry.Documents.Formats;

/// <summary>Document numbers as they are compared, whatever script, case and separators they were written with.</summary>
static class NumberText
{
    /// <summary>The canonical form of the kind: for most the letters and digits, for a Myanmar card 12/OUKAMA(N)123456.</summary>
    public static string Canonical(IdFormat? format, string written)
    {
        var plain = Plain(written);
        return format?.Id switch
        {
            "MM_NRC" => NrcNumber.Parse(format, plain)?.ToString() ?? Compact(plain),
            "KH_NID9" => WithoutSerial(plain),
            _ => Compact(plain),
        };
    }

    /// <summary>What is hashed: the canonical form's letters and digits.</summary>
    public static string Compared(IdFormat? format, string written) => Compact(Canonical(format, written));

    /// <summary>In capitals, compatibility forms folded, any script's digits as 0 to 9, without invisible signs.</summary>
    internal static string Plain(string written)
    {
        // What is invisible goes first: a mark behind it may belong to the letter before it.
        var visible = new string([.. written.Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.Control))]);
        var text = new StringBuilder(visible.Length);
        foreach (var c in visible.Normalize(NormalizationForm.FormKC))
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(c);
            text.Append(digit >= 0 ? (char)('0' + digit) : char.ToUpperInvariant(c));
        }
        return text.ToString().Normalize(NormalizationForm.FormKC).Trim();
    }

    /// <summary>Letters with their marks, and digits; nothing else.</summary>
    internal static string Compact(string text) => new string([.. text.Where(c => char.IsLetterOrDigit(c)
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)]).Normalize(NormalizationForm.FormKC);

    /// <summary>A Khmer card's number without the serial in brackets, which changes with each new card.</summary>
    static string WithoutSerial(string plain)
    {
        var bracket = plain.IndexOf('(', StringComparison.Ordinal);
        return Compact(bracket < 0 ? plain : plain[..bracket]) is { Length: > 0 } number ? number : Compact(plain);
    }
}
