using System.Globalization;
using Gms.Platform;
using Gms.Registry.Workers;

namespace Gms.Registry.Documents.Formats;

/// <summary>Reads a machine-readable zone (ICAO Doc 9303, TD1 and TD3). Whatever comes in, the answer is a zone or the reason why there is none.</summary>
static class MrzReader
{
    public static (MachineReadableZone? Zone, Problem? Refusal) Parse(string text, DateOnly today)
    {
        var (lines, refusal) = MrzText.Lines(text);
        if (refusal is not null)
            return (null, refusal);
        return MrzLayout.Of(lines) is { } layout ? (Zone(layout, today), null) : (null, Problems.MrzUnknownForm());
    }

    static MachineReadableZone Zone(MrzLayout layout, DateOnly today)
    {
        List<FormatWarning> warnings = [];
        List<MrzCheck> checks = [];

        var (number, optional) = Number(ref layout, checks, warnings);
        checks.Add(new("birth_date", CheckDigits.Icao(layout.BirthField) == layout.BirthCheck));
        checks.Add(new("expiry", CheckDigits.Icao(layout.ExpiryField) == layout.ExpiryCheck));
        if (layout.Form is MrzForm.Td3 && Trimmed(layout.Two[28..42]).Length > 0)
            checks.Add(new("optional", CheckDigits.Icao(layout.Two[28..42]) == layout.Two[42]));
        checks.Add(new("all", layout.AllHolds));
        warnings.AddRange(checks.Where(c => !c.Holds).Select(c => MrzWarnings.CheckDigit(c.Field)));

        var birth = MrzDates.Birth(layout.BirthField, today);
        if (birth is null)
            warnings.Add(MrzWarnings.BirthUnreadable());
        var expiry = MrzDates.Expiry(layout.ExpiryField);
        if (expiry is null)
            warnings.Add(MrzWarnings.ExpiryUnreadable());
        else if (expiry < today)
            warnings.Add(MrzWarnings.Expired());
        if (layout.Sex is not ('M' or 'F' or 'X' or '<'))
            warnings.Add(MrzWarnings.SexUnreadable());
        if (layout.Names[^1] != '<')
            warnings.Add(MrzWarnings.NameCutShort());
        var (family, given) = Name(layout.Names);
        if (family.Length + given.Length == 0)
            warnings.Add(MrzWarnings.NameMissing());
        else if ((family + given).Any(char.IsAsciiDigit))
            warnings.Add(MrzWarnings.NameHoldsDigits());

        return new()
        {
            Form = layout.Form,
            DocumentCode = Trimmed(layout.One[..2]),
            Issuer = Trimmed(layout.Issuer),
            Number = number,
            Nationality = Trimmed(layout.Nationality),
            Family = family,
            Given = given,
            Birth = birth,
            Sex = layout.Sex switch { 'F' => Sex.Female, 'M' => Sex.Male, _ => Sex.Other },
            Expiry = expiry,
            Optional = optional,
            Checks = checks,
            Warnings = warnings,
        };
    }

    /// <summary>The number, with its overflow into the optional field of a card, and with O and 0 exchanged where only that makes it fit.</summary>
    static (string Number, IReadOnlyList<string> Optional) Number(ref MrzLayout layout, List<MrzCheck> checks, List<FormatWarning> warnings)
    {
        var optional = layout.Form is MrzForm.Td3 ? [layout.Two[28..42]] : new[] { layout.One[15..30], layout.Two[18..29] };
        if (layout is { Form: MrzForm.Td1, NumberCheck: '<' } && optional[0][0] != '<')
        {
            // Longer than nine: it goes on in the optional field, its last character there being the check digit.
            var rest = optional[0].Split('<')[0];
            checks.Add(new("number", CheckDigits.Icao(layout.NumberField + rest[..^1]) == rest[^1]));
            return (Trimmed(layout.NumberField) + rest[..^1], Present(optional[0][rest.Length..], optional[1]));
        }

        var check = layout.NumberCheck;
        var holds = CheckDigits.Icao(layout.NumberField) == check;
        if (!holds && Exchanged(layout.NumberField).Where(n => CheckDigits.Icao(n) == check).Distinct().ToList() is [var corrected])
        {
            layout = layout.WithNumber(corrected);
            warnings.Add(MrzWarnings.NumberCorrected());
            holds = true;
        }
        checks.Add(new("number", holds));
        return (Trimmed(layout.NumberField), Present(optional));
    }

    /// <summary>The number with all, and with each single, O read as 0 or 0 as O.</summary>
    static IEnumerable<string> Exchanged(string number)
    {
        yield return number.Replace('O', '0');
        yield return number.Replace('0', 'O');
        for (var i = 0; i < number.Length; i++)
            if (number[i] is 'O' or '0')
                yield return $"{number[..i]}{(number[i] == 'O' ? '0' : 'O')}{number[(i + 1)..]}";
    }

    /// <summary>Two fillers part the family name from the rest; where there are none, no family name is made up.</summary>
    static (string Family, string Given) Name(string field)
    {
        var text = field.Trim('<');
        var parting = text.IndexOf("<<", StringComparison.Ordinal);
        return parting < 0 ? ("", Spaced(text)) : (Spaced(text[..parting]), Spaced(text[parting..]));
    }

    static string Spaced(string text) => string.Join(' ', text.Split('<', StringSplitOptions.RemoveEmptyEntries));

    static string Trimmed(string field) => field.Trim('<');

    static IReadOnlyList<string> Present(params IEnumerable<string> fields) => [.. fields.Select(Trimmed).Where(f => f.Length > 0)];
}

/// <summary>The six characters of a date, of which a birth date may lack day or month.</summary>
static class MrzDates
{
    /// <summary>The year is the last one that is not in the future.</summary>
    public static PartialDate? Birth(string field, DateOnly today)
    {
        if (Two(field[..2]) is not { } year || Part(field[2..4]) is not { } month || Part(field[4..]) is not { } day || (month == 0 && day > 0))
            return null;
        var date = new PartialDate(2000 + year, month, day);
        if (!Exists(date) || date.Earliest > today)
            date = date with { Year = 1900 + year };
        return Exists(date) ? date : null;
    }

    public static DateOnly? Expiry(string field) =>
        Two(field[..2]) is { } year && Two(field[2..4]) is { } month and > 0 && Two(field[4..]) is { } day and > 0 && new PartialDate(year < 70 ? 2000 + year : 1900 + year, month, day) is var date && Exists(date)
            ? date.Earliest
            : null;

    static bool Exists(PartialDate date) => date.Month is >= 0 and <= 12 && (date.Month == 0 || date.Day <= DateTime.DaysInMonth(date.Year, date.Month));

    /// <summary>0 for fillers, and for two zeros, which some issuers write instead.</summary>
    static int? Part(string field) => field == "<<" ? 0 : Two(field);

    static int? Two(string field) => int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
