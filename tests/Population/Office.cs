namespace Gms.Population;

/// <summary>Writes people down, the first time and again, with the errors that offices make.</summary>
public sealed class Office(ErrorRates rates, int seed)
{
    const double WritesNative = 0.6, WritesFather = 0.25, WritesPhone = 0.6, KnowsProvince = 0.9, ShowsPassport = 0.75;

    static readonly Dictionary<string, Words> WordsOf = Words.All.ToDictionary(w => w.Country);

    /// <summary>Where dates of birth were registered late, some are known by the year alone, or are the first of January.</summary>
    static readonly HashSet<string> LateRegistration = ["KH", "LA", "MM"];

    /// <summary>Women of these countries may take a husband's name.</summary>
    static readonly HashSet<string> TakesName = ["LA", "TH"];

    /// <summary>The first entry: as the papers say.</summary>
    public Entry First(Person person)
    {
        var dice = Dice.Of(seed + 104729, person.Index);
        var date = (person.Year, person.Month, person.Day);
        if (LateRegistration.Contains(person.Country))
            date = dice.Next() switch { < 0.05 => (date.Year, 1, 1), < 0.09 => (date.Year, 0, 0), _ => date };
        return new Office(ErrorRates.None, seed).Write(person, person.Name, date, person.Province, person.Passport, dice);
    }

    /// <summary>A later entry of the same person at another desk.</summary>
    public Entry Again(Person person, Entry first)
    {
        var dice = Dice.Of(seed + 7919, person.Index);
        var words = WordsOf[person.Country];
        var name = person.Name;
        if (person.IsFemale && name.Family is not null && TakesName.Contains(person.Country) && dice.Is(rates.MarriedName))
            name = name with { Family = People.Family(words, dice) };
        var passport = dice.Is(rates.NewPassport) ? People.Passport(person.Country, seed, person.Index, 1 + dice.Next(3)) : person.Passport;
        var province = dice.Is(rates.MovedProvince) ? words.Provinces.Draw(dice).Latin : person.Province;
        return Write(person, name, Date((first.Year, first.Month, first.Day), dice), province, passport, dice);
    }

    Entry Write(Person person, MadeName name, (int Year, int Month, int Day) date, string province, HeldDocument passport, Dice dice)
    {
        var showsPassport = dice.Is(ShowsPassport);
        HeldDocument[] shown = person.National is null || (showsPassport && dice.Is(0.7)) ? [passport] : showsPassport ? [passport, person.National] : [person.National];
        return new()
        {
            Country = person.Country,
            IsFemale = person.IsFemale,
            Names = Names(name, person.Country, dice),
            Year = date.Year,
            Month = date.Month,
            Day = date.Day,
            Province = dice.Is(KnowsProvince) ? province : null,
            Father = dice.Is(WritesFather) ? Latin(person.Father, person.Country, dice) : null,
            Documents = shown,
            Phone = dice.Is(WritesPhone) ? dice.Is(rates.OtherPhone) ? $"{person.Phone}{dice.Next(1000)}" : person.Phone : null,
        };
    }

    (int, int, int) Date((int Year, int Month, int Day) date, Dice dice)
    {
        if (dice.Is(rates.YearOff))
            date.Year += dice.Is(0.5) ? 1 : -1;
        if (date is { Day: > 0 and <= 12 } && dice.Is(rates.DayMonthSwapped))
            (date.Month, date.Day) = (date.Day, date.Month);
        // What is not known of a date is not known in one way: the year alone, the first of January for it, or year and month.
        var lack = dice.Next();
        if (lack < rates.MissingDayAndMonth)
            return (date.Year, 0, 0);
        if ((lack -= rates.MissingDayAndMonth) < rates.FirstOfJanuary)
            return (date.Year, 1, 1);
        return lack - rates.FirstOfJanuary < rates.MissingDay ? (date.Year, date.Month, 0) : date;
    }

    string[] Names(MadeName name, string country, Dice dice)
    {
        var native = Native(name, dice);
        if (country is not "VN" && dice.Is(rates.NativeScriptAlone))
            return [native];
        var latin = Latin(name, country, dice);
        return dice.Is(WritesNative) && native != latin ? [latin, native] : [latin];
    }

    string Native(MadeName name, Dice dice)
    {
        var words = name.Words.Select(w => w.Native.Replace('_', ' ')).ToList();
        if (name.Family is not null && dice.Is(rates.SwappedOrder))
            words.Reverse();
        return string.Join(name.Order is NameOrder.Syllables || name.Family?.Native is [>= '\u4E00' and <= '\u9FFF', ..] ? "" : " ", words);
    }

    string Latin(MadeName name, string country, Dice dice)
    {
        List<string> words = [.. name.Words.SelectMany(w => w.Native.Contains('_', StringComparison.Ordinal) ? w.Native.Split('_') : [w.Latin])];
        if (dice.Is(rates.SwappedOrder))
            words = [.. words[1..], words[0]];
        if (dice.Is(rates.Transliteration))
            words = words.ConvertAll(w => dice.Is(0.6) ? Respelt.Of(w, WordsOf[country], dice) : w);
        if (dice.Is(rates.Typo) && dice.Next(words.Count) is var at)
            words[at] = Respelt.Slip(words[at], dice);
        // Viet Nam's names are Latin: half the desks write them without their marks, as passports do.
        return country is "VN" && dice.Is(0.5) ? Respelt.Plain(string.Join(' ', words)) : string.Join(' ', words);
    }
}
