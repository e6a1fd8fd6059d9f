using System.Buffers;
using System.Text;

namespace Gms.Registry.Duplicates;

/// <summary>
/// The consonants of a name by class, the same for every script and spelling: ພົມມະຈັນ, Phommachanh and Pommachan are all PMSN.
/// Vowels, h after a consonant, and w and y that do not begin a name are spelt too freely to be kept.
/// </summary>
sealed class Skeleton
{
    const string Sonorants = "NMLYW";

    static readonly SearchValues<char> BurmeseNasals = SearchValues.Create("ငနမဉဏံ");

    readonly IReadOnlyList<(string Spelling, char Class)> _latin;
    readonly Dictionary<char, char> _letters = [];
    readonly Dictionary<char, ScriptClasses> _scripts = [];

    public Skeleton(MatchingData data)
    {
        _latin = [.. data.LatinClasses.Select(pair => (pair[0], pair[1][0]))];
        foreach (var script in data.Scripts)
            foreach (var (name, letters) in script.Classes)
                foreach (var letter in letters)
                {
                    _letters[letter] = name[0];
                    _scripts[letter] = script;
                }
    }

    /// <summary>Of small Latin letters a to z.</summary>
    public string OfLatin(string word)
    {
        var code = new StringBuilder();
        for (var i = 0; i < word.Length;)
        {
            var (spelling, found) = _latin.FirstOrDefault(l => string.CompareOrdinal(word, i, l.Spelling, 0, l.Spelling.Length) == 0);
            Add(code, found, first: i == 0);
            i += spelling?.Length ?? 1;
        }
        return Whole(code);
    }

    /// <summary>Of a word in Lao, Thai, Khmer or Burmese letters.</summary>
    public string OfScript(string word)
    {
        var code = new StringBuilder();
        var first = true;
        for (var i = 0; i < word.Length; i++)
        {
            if (!_letters.TryGetValue(word[i], out var found))
                continue;
            var script = _scripts[word[i]];
            var next = i + 1 < word.Length ? word[i + 1] : '\0';
            if (IsIn(script.Killer, next) || (IsIn(script.SilentBeforeSonorant, word[i]) && _letters.TryGetValue(next, out var after) && Sonorants.Contains(after, StringComparison.Ordinal)))
                continue;
            Add(code, next == '\0' && IsIn(script.FinalN, word[i]) ? 'N' : found, first);
            first = false;
        }
        return Whole(code);
    }

    /// <summary>A Burmese syllable, in either script, is its first consonant and whether it ends in the nose: final stops are not heard alike.</summary>
    public string OfBurmeseSyllable(string syllable)
    {
        var code = char.IsAscii(syllable[0]) ? OfLatin(syllable) : OfScript(syllable);
        var closes = code.Length > 1 && (char.IsAscii(syllable[0])
            ? syllable.AsSpan().TrimEnd('t') is [.., 'n' or 'm'] or [.., 'n', 'g']
            : syllable.AsSpan(1).ContainsAny(BurmeseNasals));
        return closes ? $"{code[0]}N" : code[..1];
    }

    static bool IsIn(string letters, char letter) => letter != '\0' && letters.Contains(letter, StringComparison.Ordinal);

    static void Add(StringBuilder code, char found, bool first)
    {
        if (found is '\0' or 'A')
        {
            if (first)
                code.Append('A');
            return;
        }
        if (found is 'H' or 'W' or 'Y' && !first)
            return;
        if (code.Length == 0 || code[^1] != found)
            code.Append(found);
    }

    static string Whole(StringBuilder code) => code.Length == 0 ? "A" : code.ToString();
}
