using System.Text.RegularExpressions;

namespace Gms.Registry.Duplicates;

/// <summary>Takes apart what some write joined and others spaced: Xiaoming and Xiao Ming, အောင်ကျော် and Aung Kyaw.</summary>
sealed partial class Syllables(Pinyin pinyin)
{
    readonly HashSet<string> _pinyin = [.. pinyin.Initials.SelectMany(i => pinyin.Finals.Select(f => i + f))];

    /// <summary>The fewest syllables, long ones first; the word itself when it is no pinyin.</summary>
    public IReadOnlyList<string> OfPinyin(string word) => PinyinFrom(word, 0) ?? [word];

    List<string>? PinyinFrom(string word, int start)
    {
        if (start == word.Length)
            return [];
        List<string>? best = null;
        for (var length = Math.Min(6, word.Length - start); length > 0; length--)
        {
            if (!_pinyin.Contains(word.Substring(start, length)) || PinyinFrom(word, start + length) is not { } rest || rest.Count + 1 >= (best?.Count ?? int.MaxValue))
                continue;
            best = [word.Substring(start, length), .. rest];
        }
        return best;
    }

    /// <summary>Romanised Burmese: a consonant or several, vowels, and what closes the syllable.</summary>
    public static IReadOnlyList<string> OfRomanisedBurmese(string word)
    {
        var syllables = RomanisedBurmese().Matches(word);
        return syllables.Sum(s => s.Length) == word.Length ? [.. syllables.Select(s => s.Value)] : [word];
    }

    /// <summary>Burmese script: a syllable begins at a letter that neither closes the one before nor is stacked below it.</summary>
    public static IReadOnlyList<string> OfBurmese(string word) => [.. Burmese().Matches(word).Select(s => s.Value)];

    [GeneratedRegex("(?:[bcdfghjklmnpqrstvwxz]|y(?=[aeiou]))*[aeiouy]+(?:(?:ng|nt|[nmtkrwh])(?![aeiouy]))?")]
    private static partial Regex RomanisedBurmese();

    // A letter, its signs, then letters that are stacked (virama) or closed by asat, each with its signs.
    [GeneratedRegex(@"[\u1000-\u102A\u103F](?:[\u102B-\u1038\u103A-\u103E]|\u1039[\u1000-\u102A]|[\u1000-\u102A]\u1037?\u103A\u1037?)*")]
    private static partial Regex Burmese();
}
