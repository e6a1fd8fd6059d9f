namespace Gms.Registry.Documents.Formats;

/// <summary>A zone's lines at their full length, with each character of the class that its place asks for.</summary>
sealed record MrzLayout(MrzForm Form, string One, string Two, string Three)
{
    /// <summary>Look-alikes that scanners confuse, letter by digit.</summary>
    static readonly (char Letter, char Digit)[] Confused = [('O', '0'), ('Q', '0'), ('D', '0'), ('I', '1'), ('L', '1'), ('Z', '2'), ('S', '5'), ('G', '6'), ('B', '8')];

    public string NumberField => Form is MrzForm.Td3 ? Two[..9] : One[5..14];

    public char NumberCheck => Form is MrzForm.Td3 ? Two[9] : One[14];

    public string BirthField => Form is MrzForm.Td3 ? Two[13..19] : Two[..6];

    public char BirthCheck => Form is MrzForm.Td3 ? Two[19] : Two[6];

    public char Sex => Form is MrzForm.Td3 ? Two[20] : Two[7];

    public string ExpiryField => Form is MrzForm.Td3 ? Two[21..27] : Two[8..14];

    public char ExpiryCheck => Form is MrzForm.Td3 ? Two[27] : Two[14];

    public string Issuer => One[2..5];

    public string Nationality => Form is MrzForm.Td3 ? Two[10..13] : Two[15..18];

    public string Names => Form is MrzForm.Td3 ? One[5..] : Three;

    /// <summary>What the check digit over everything protects.</summary>
    public string Protected => Form is MrzForm.Td3 ? Two[..10] + Two[13..20] + Two[21..43] : One[5..30] + Two[..7] + Two[8..15] + Two[18..29];

    public char AllCheck => Form is MrzForm.Td3 ? Two[43] : Two[29];

    public bool AllHolds => AllCheck == CheckDigits.Icao(Protected);

    /// <summary>Whether number, birth and expiry all fit their check digits: enough to believe a guess at where the lines break.</summary>
    public bool IsConvincing => CheckDigits.Icao(NumberField) == NumberCheck && CheckDigits.Icao(BirthField) == BirthCheck && CheckDigits.Icao(ExpiryField) == ExpiryCheck;

    public MrzLayout WithNumber(string number) => Form is MrzForm.Td3 ? this with { Two = number + Two[9..] } : this with { One = One[..5] + number + One[14..] };

    /// <summary>The layout that the lines fit; null when they fit none.</summary>
    public static MrzLayout? Of(IReadOnlyList<string> lines)
    {
        if (lines.Count == 2 && Passport(lines[0], lines[1]) is { } passport)
            return passport;
        if (lines.Count == 3 && Card(lines[0], lines[1], lines[2]) is { } card)
            return card;

        var glued = string.Concat(lines);
        return glued.Length switch
        {
            < 40 or > 90 => null,
            88 when Passport(glued[..44], glued[44..]) is { } whole => whole,
            90 when Card(glued[..30], glued[30..60], glued[60..]) is { } whole => whole,
            _ => Guesses(glued).FirstOrDefault(guess => guess.IsConvincing),
        };
    }

    /// <summary>Every place at which a glued line that lost fillers may have been broken.</summary>
    static IEnumerable<MrzLayout> Guesses(string glued)
    {
        for (var one = 8; one <= Math.Min(44, glued.Length - 28); one++)
            if (Passport(glued[..one], glued[one..]) is { } passport)
                yield return passport;
        for (var one = 15; one <= 30; one++)
            for (var two = 18; two <= 30 && one + two < glued.Length; two++)
                if (Card(glued[..one], glued[one..(one + two)], glued[(one + two)..]) is { } card)
                    yield return card;
    }

    static MrzLayout? Passport(string one, string two)
    {
        if (one[0] != 'P' || one.Length < 8 || two.Length < 28 || Filled(one, 44, 0) is not { } first)
            return null;
        return new[] { 0, 2, 1 }.Select(tail => Filled(two, 44, tail)).OfType<string>()
            .Select(second => new MrzLayout(MrzForm.Td3, InLetters(first, 2, 44), InDigits(InLetters(second, 10, 13), 9, 9, 13, 19, 21, 27, 42, 43), ""))
            .OrderByDescending(layout => layout.AllHolds).FirstOrDefault();
    }

    static MrzLayout? Card(string one, string two, string three)
    {
        if (one[0] is not ('I' or 'A' or 'C') || one.Length < 15 || two.Length < 18 || Filled(one, 30, 0) is not { } first || Filled(three, 30, 0) is not { } third)
            return null;
        return new[] { 0, 1 }.Select(tail => Filled(two, 30, tail)).OfType<string>()
            .Select(second => new MrzLayout(MrzForm.Td1, InDigits(InLetters(first, 2, 5), 14, 14), InDigits(InLetters(second, 15, 18), 0, 6, 8, 14, 29, 29), InLetters(third, 0, 30)))
            .OrderByDescending(layout => layout.AllHolds).FirstOrDefault();
    }

    /// <summary>The line at its full length: lost fillers go before the last <paramref name="tail"/> characters; null when it is too long.</summary>
    static string? Filled(string line, int length, int tail)
    {
        if (line.Length > length)
            return line[length..].All(c => c == '<') ? line[..length] : null;
        return line[..^tail] + new string('<', length - line.Length) + line[^tail..];
    }

    static string InLetters(string line, int from, int to) =>
        string.Concat(line.Select((c, i) => i >= from && i < to && Array.Find(Confused, x => x.Digit == c) is { Letter: not '\0' } pair ? pair.Letter : c));

    /// <param name="line">The line.</param>
    /// <param name="ranges">First and last place of each run of digits.</param>
    static string InDigits(string line, params ReadOnlySpan<int> ranges)
    {
        var text = line.ToCharArray();
        for (var r = 0; r < ranges.Length; r += 2)
            for (var i = ranges[r]; i <= ranges[r + 1]; i++)
                if (Array.Find(Confused, x => x.Letter == text[i]) is { Letter: not '\0' } pair)
                    text[i] = pair.Digit;
        return new(text);
    }
}
