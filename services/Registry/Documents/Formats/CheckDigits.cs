namespace Gms.Registry.Documents.Formats;

/// <summary>Check characters of identity numbers. Each method takes the characters before the check character.</summary>
static class CheckDigits
{
    /// <summary>Whether the last character is the one that follows from the others; false for what the algorithm cannot read.</summary>
    public static bool Holds(CheckDigit algorithm, string number) => algorithm switch
    {
        CheckDigit.None => true,
        CheckDigit.ThaiMod11 => number.Length == 13 && number.All(char.IsAsciiDigit) && number[^1] == Thai(number.AsSpan(..^1)),
        CheckDigit.Mod11To2 => number.Length == 18 && number[..^1].All(char.IsAsciiDigit) && number[^1] == Chinese(number.AsSpan(..^1)),
    };

    /// <summary>
    /// Of twelve digits, a leading 0 included: the numbers of pink cards begin with it. The third digit weighs eleven, so this check
    /// digit says nothing of it, and two of the eleven remainders are written alike.
    /// </summary>
    public static char Thai(ReadOnlySpan<char> twelve)
    {
        var sum = 0;
        for (var i = 0; i < twelve.Length; i++)
            sum += (twelve[i] - '0') * (13 - i);
        return (char)('0' + (11 - (sum % 11)) % 10);
    }

    /// <summary>Of seventeen digits (ISO 7064 MOD 11-2 with the weights of GB 11643).</summary>
    public static char Chinese(ReadOnlySpan<char> seventeen)
    {
        ReadOnlySpan<int> weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < seventeen.Length; i++)
            sum += (seventeen[i] - '0') * weights[i];
        return "10X98765432"[sum % 11];
    }

    /// <summary>ICAO Doc 9303: values 0 to 9, A to Z as 10 to 35, filler 0, weights 7, 3, 1, modulo 10.</summary>
    public static char Icao(string text)
    {
        ReadOnlySpan<int> weights = [7, 3, 1];
        var sum = 0;
        for (var i = 0; i < text.Length; i++)
            sum += weights[i % 3] * (char.IsAsciiDigit(text[i]) ? text[i] - '0' : char.IsAsciiLetterUpper(text[i]) ? text[i] - 'A' + 10 : 0);
        return (char)('0' + (sum % 10));
    }
}
