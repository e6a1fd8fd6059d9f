using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gms.Registry.Duplicates;

/// <summary>Folds names by the rules of the person's country, so that what offices write differently compares alike.</summary>
sealed partial class NameRules
{
    const double Certain = 0.999;

    readonly MatchingData _data;
    readonly Skeleton _skeleton;
    readonly Syllables _syllables;
    readonly Dictionary<string, Country> _countries;

    public NameRules(MatchingData data)
    {
        _data = data;
        _skeleton = new(data);
        _syllables = new(data.Pinyin);
        _countries = data.Countries.ToDictionary(c => c.Country, c => new Country(c, Sum(c)));
    }

    /// <summary>Null when nothing remains to compare.</summary>
    public FoldedName? Fold(string name, string country)
    {
        var script = ScriptOf(name);
        var rules = _countries.GetValueOrDefault(country);
        var words = (script is "Latn" ? LatinWords(name) : ScriptWords(name, script)).ToList();
        if (script is "Hani" && words.All(w => _data.Characters.ContainsKey(w)))
            (script, words) = ("Latn", words.ConvertAll(w => _data.Characters[w]));

        if (rules is { Names.Syllables: SyllableRule.Burmese } && script is "Mymr")
            words = [.. words.SelectMany(Syllables.OfBurmese)];
        var kept = rules is null ? words : WithoutTitles(words, script, rules.Names);
        var parts = kept.SelectMany(w => Apart(w, script, rules?.Names.Syllables ?? SyllableRule.None)).ToList();
        return parts.Count == 0 ? null : new(script, parts.ConvertAll(p => Part(p, script, rules)));
    }

    /// <summary>Back from the form in which it is stored.</summary>
    public FoldedName Read(string stored, string country)
    {
        var rules = _countries.GetValueOrDefault(country);
        return new(stored[..4], [.. stored[5..].Split(' ').Select(p => Part(p, stored[..4], rules))]);
    }

    NamePart Part(string text, string script, Country? rules)
    {
        if (rules is null)
            return new(text, text, Code(text, script, null), false, _data.CodeShares[^1], _data.CodeShares[^1]);
        return rules.Seen.GetOrAdd((script, text), _ =>
        {
            var spelt = script is "Latn" ? Spelt(text, rules.Names) : text;
            var code = Code(spelt, script, rules.Names);
            var codeShare = Math.Min(Certain, rules.CodeShares.GetValueOrDefault(code) + (rules.Names.ExactSpelling ? rules.Names.UnlistedShare : _data.CodeShares[Math.Min(code.Length, _data.CodeShares.Count) - 1]));
            // The listed names are romanised: in another script a part is as common as its sound, less so when it is long.
            var share = script is "Latn" ? rules.Names.Shares.GetValueOrDefault(text, rules.Names.UnlistedShare) : Math.Max(rules.Names.UnlistedShare, codeShare / 2);
            return new(text, spelt, code, rules.Names.TitlesOrNames.Contains(text), Math.Min(share, codeShare), codeShare);
        });
    }

    string Code(string text, string script, CountryNames? rules)
    {
        if (script is not "Latn")
            return script is "Hani" ? text : rules?.Syllables is SyllableRule.Burmese ? _skeleton.OfBurmeseSyllable(text) : _skeleton.OfScript(text);
        if (rules?.ExactSpelling == true)
            return text;
        return rules?.Syllables is SyllableRule.Burmese ? _skeleton.OfBurmeseSyllable(text) : _skeleton.OfLatin(text);
    }

    static string Spelt(string text, CountryNames rules) => Single(rules.Spelling.Aggregate(text, (word, s) => word.Replace(s[0], s[1], StringComparison.Ordinal)));

    /// <summary>Each letter once where it is doubled.</summary>
    static string Single(string word) => new([.. word.Where((c, i) => i == 0 || word[i - 1] != c)]);

    Dictionary<string, double> Sum(CountryNames rules)
    {
        var shares = new Dictionary<string, double>();
        foreach (var (name, share) in rules.Shares)
            foreach (var part in Apart(name, "Latn", rules.Syllables))
            {
                var code = Code(Spelt(part, rules), "Latn", rules);
                shares[code] = shares.GetValueOrDefault(code) + share;
            }
        return shares;
    }

    IReadOnlyList<string> Apart(string word, string script, SyllableRule rule) => (rule, script) switch
    {
        (SyllableRule.Pinyin, "Latn") => _syllables.OfPinyin(word),
        (SyllableRule.Burmese, "Latn") => Syllables.OfRomanisedBurmese(Doubled().Replace(word, "$1")),
        _ => [word],
    };

    static List<string> WithoutTitles(List<string> words, string script, CountryNames rules)
    {
        var kept = words.ConvertAll(word => script is "Latn" or "Mymr" ? word : WithoutPrefix(word, rules.Honorifics));
        kept.RemoveAll(w => rules.Honorifics.Contains(w));
        return kept.Count == 0 ? words : kept;
    }

    /// <summary>Titles are written without a space: นายสมชาย.</summary>
    static string WithoutPrefix(string word, IReadOnlyList<string> titles)
    {
        var title = titles.Where(t => word.Length > t.Length + 1 && word.StartsWith(t, StringComparison.Ordinal) && !IsSign(word[t.Length])).MaxBy(t => t.Length);
        return title is null ? word : word[title.Length..];
    }

    static string[] LatinWords(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Replace('đ', 'd').Replace('Đ', 'd').Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(c))
                plain.Append(char.ToLowerInvariant(c));
            else if (!IsSign(c) && c is not ('\'' or '’' or '`'))
                plain.Append(' ');
        }
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    static string[] ScriptWords(string name, string script)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormC))
        {
            if (script is "Hani" && char.IsLetter(c))
                plain.Append(' ').Append(c);
            else if (char.IsLetter(c) || (IsSign(c) && !IsTone(c)))
                plain.Append(c);
            else if (!IsTone(c) && char.GetUnicodeCategory(c) is not UnicodeCategory.Format)
                plain.Append(' ');
        }
        return plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    static bool IsSign(char c) => char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Thai and Lao tone marks, which offices leave out.</summary>
    static bool IsTone(char c) => c is (>= '\u0E48' and <= '\u0E4B') or (>= '\u0EC8' and <= '\u0ECB');

    static string ScriptOf(string name) => name.FirstOrDefault(char.IsLetter) switch
    {
        >= '\u0E80' and <= '\u0EFF' => "Laoo",
        >= '\u0E00' and <= '\u0E7F' => "Thai",
        >= '\u1780' and <= '\u17FF' => "Khmr",
        >= '\u1000' and <= '\u109F' => "Mymr",
        >= '\u3400' and <= '\u9FFF' => "Hani",
        _ => "Latn",
    };

    /// <summary>Consonants that some write twice: Thann, Minn.</summary>
    [GeneratedRegex("([bcdfghjklmnpqrstvwxz])\\1")]
    private static partial Regex Doubled();

    sealed record Country(CountryNames Names, Dictionary<string, double> CodeShares)
    {
        /// <summary>Names are few against people: each part is worked out once, up to a number that memory never feels.</summary>
        public PartCache Seen { get; } = new();
    }
}
