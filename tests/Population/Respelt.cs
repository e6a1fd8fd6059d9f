using System.Globalization;
using System.Text;

namespace Gms.Population;

/// <summary>A word as another desk spells it.</summary>
static class Respelt
{
    /// <summary>Another spelling of the same sound, by the habits of the country; the same where it has none.</summary>
    public static string Of(string word, Words words, Dice dice)
    {
        if (words.Country is "VN")
            return Plain(word);
        if (words.Country is "CN")
            return InSyllables(Replaced(word, words, dice), words, dice);
        return Replaced(word, words, dice);
    }

    static string Replaced(string word, Words words, Dice dice)
    {
        var fitting = words.Variants.Where(v => word.Contains(v[0], StringComparison.OrdinalIgnoreCase)).ToList();
        if (fitting.Count == 0)
            return word;
        var variant = fitting[dice.Next(fitting.Count)];
        var at = word.IndexOf(variant[0], StringComparison.OrdinalIgnoreCase);
        var respelt = word[..at] + variant[1] + word[(at + variant[0].Length)..];
        return char.ToUpperInvariant(respelt[0]) + respelt[1..];
    }

    /// <summary>Xiaoming as Xiao Ming: the given words of a country that begin it show where it parts.</summary>
    static string InSyllables(string word, Words words, Dice dice)
    {
        if (!dice.Is(0.5))
            return word;
        var start = words.StartsOf(word);
        return start is null ? word : $"{start} {char.ToUpperInvariant(word[start.Length])}{word[(start.Length + 1)..]}";
    }

    /// <summary>One letter other, missing, twice, or exchanged with its neighbour.</summary>
    public static string Slip(string word, Dice dice)
    {
        if (word.Length < 3)
            return word;
        var at = 1 + dice.Next(word.Length - 2);
        return dice.Next(4) switch
        {
            0 => word[..at] + (char)('a' + dice.Next(26)) + word[(at + 1)..],
            1 => word[..at] + word[(at + 1)..],
            2 => word[..at] + word[at] + word[at..],
            _ => word[..at] + word[at + 1] + word[at] + word[(at + 2)..],
        };
    }

    /// <summary>Without marks: Đặng as Dang.</summary>
    public static string Plain(string word) => string.Concat(
        word.Replace('đ', 'd').Replace('Đ', 'D').Normalize(NormalizationForm.FormD).Where(c => char.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark));
}
