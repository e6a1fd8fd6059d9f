using System.Text;
using System.Text.RegularExpressions;

namespace Gms.Registry.Documents.Formats;

/// <summary>The number of a Myanmar citizenship scrutiny card, as in 12/OUKAMA(N)123456, from either script.</summary>
sealed partial record NrcNumber(int State, string Township, string Kind, string Serial)
{
    /// <summary>Null for what is not written as such a number.</summary>
    /// <param name="format">The letters of townships and kinds of card: data.</param>
    /// <param name="plain">The text in capitals with ASCII digits (<see cref="NumberText.Plain"/>).</param>
    public static NrcNumber? Parse(IdFormat format, string plain)
    {
        var text = Spaces().Replace(plain, "").Replace('[', '(').Replace(']', ')').Replace('{', '(').Replace('}', ')').Replace('\\', '/');
        if (Written().Match(text) is not { Success: true } match)
            return null;

        var township = Latin(format, match.Groups["township"].Value);
        // The letter wa (U+101D) is often typed for the digit zero, which looks the same.
        var serial = match.Groups["serial"].Value.Replace('\u101D', '0');
        return township is not null && format.TypeLetters!.Values.TryGetValue(match.Groups["kind"].Value, out var kind)
            ? new(int.Parse(match.Groups["state"].Value, System.Globalization.CultureInfo.InvariantCulture), township, kind, serial)
            : null;
    }

    public override string ToString() => $"{State}/{Township}({Kind}){Serial}";

    /// <summary>The township in Latin letters; null when a letter is none of a township.</summary>
    static string? Latin(IdFormat format, string township)
    {
        if (township.All(char.IsAsciiLetter))
            return township;

        var latin = new StringBuilder();
        foreach (var letter in township.Replace('\u1009', '\u1025').Replace('0', '\u101D'))    // u (U+1025) is often typed as nya (U+1009), wa as zero
            if (format.TownshipLetters!.Values.TryGetValue(letter.ToString(), out var written))
                latin.Append(written);
            else
                return null;
        return latin.ToString();
    }

    [GeneratedRegex(@"^(?<state>\d{1,2})/(?<township>[A-Z]{3,12}|[\u1000-\u102A0]{3,4})\((?<kind>[^()]{1,8})\)(?<serial>[\d\u101D]{6})$")]
    private static partial Regex Written();

    [GeneratedRegex(@"[\s\-]+")]
    private static partial Regex Spaces();
}
