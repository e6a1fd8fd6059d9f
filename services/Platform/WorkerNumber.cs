using System.Security.Cryptography;

namespace Gms.Platform;

/// <summary>
/// The number that stays with a person: two letters of the country whose authority first enrolled the person, eight random
/// Crockford base-32 characters and a check character (`LA-7KQ2-M9XD-R`). It says nothing about the person.
/// </summary>
public static class WorkerNumber
{
    const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    const string CheckAlphabet = Alphabet + "*~$=U";

    public static string New(string country)
    {
        Span<char> body = stackalloc char[8];
        while (true)
        {
            for (var i = 0; i < body.Length; i++)
                body[i] = Alphabet[RandomNumberGenerator.GetInt32(32)];

            // Five of the 37 check characters are signs that people misread and phones lack: such a number is never given out.
            if (CheckCharacter(country, body) is var check && Alphabet.Contains(check, StringComparison.Ordinal))
                return $"{country}-{body[..4]}-{body[4..]}-{check}";
        }
    }

    /// <summary>The number as it is stored; null when it is none. Small letters, spaces and look-alikes (O, I, L) are read as Crockford says.</summary>
    public static string? Parse(string text)
    {
        Span<char> plain = stackalloc char[11];
        var length = 0;
        foreach (var c in text)
        {
            if (c is '-' or ' ')
                continue;
            if (length == plain.Length)
                return null;
            plain[length++] = char.ToUpperInvariant(c);
        }
        if (length != 11 || !char.IsAsciiLetterUpper(plain[0]) || !char.IsAsciiLetterUpper(plain[1]))
            return null;

        for (var i = 2; i < 10; i++)
        {
            plain[i] = plain[i] switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (!Alphabet.Contains(plain[i], StringComparison.Ordinal))
                return null;
        }

        var country = new string(plain[..2]);
        var body = plain[2..10];
        var check = plain[10] switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
        return check == CheckCharacter(country, body) ? $"{country}-{body[..4]}-{body[4..]}-{check}" : null;
    }

    /// <summary>The country whose authority first enrolled the person; never the nationality.</summary>
    public static string CountryOf(string number) => number[..2];

    /// <summary>Modulo 37 as Crockford's base 32 defines it, over the country's letters and the body.</summary>
    static char CheckCharacter(string country, ReadOnlySpan<char> body)
    {
        var sum = 0;
        foreach (var c in country)
            sum = ((sum * 26) + (c - 'A')) % 37;
        foreach (var c in body)
            sum = ((sum * 32) + Alphabet.IndexOf(c, StringComparison.Ordinal)) % 37;
        return CheckAlphabet[sum];
    }
}
