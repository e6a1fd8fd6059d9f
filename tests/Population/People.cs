namespace Gms.Population;

/// <summary>People of six countries, each made from the seed and the index alone.</summary>
public sealed class People(int seed)
{
    const double ComposedGiven = 0.55, ComposedFamily = 0.6;

    static readonly double[] Sums = [.. Words.All.Select((_, i) => Words.All.Take(i + 1).Sum(w => w.People))];

    public Person this[long index]
    {
        get
        {
            var dice = Dice.Of(seed, index);
            var at = dice.Next() * Sums[^1];
            return Make(Words.All[Array.FindIndex(Sums, sum => sum > at)], index, dice);
        }
    }

    /// <summary>Of one country.</summary>
    public Person Of(string country, long index) => Make(Words.All.First(w => w.Country == country), index, Dice.Of(seed, index));

    Person Make(Words words, long index, Dice dice)
    {
        var female = dice.Is(0.47);
        // Workers are young: the sum of two dice, 18 to 59 years before 2026.
        var year = 2008 - (int)(42 * Math.Pow(dice.Next(), 1.4));
        var month = 1 + dice.Next(12);
        return new()
        {
            Index = index,
            Country = words.Country,
            IsFemale = female,
            Name = Name(words, female, dice),
            Father = Name(words, female: false, dice),
            Year = year,
            Month = month,
            Day = 1 + dice.Next(DateTime.DaysInMonth(year, month)),
            Province = words.Provinces.Draw(dice).Latin,
            Passport = Passport(words.Country, seed, index, 0),
            National = dice.Is(0.85) ? new(words.NationalDocument, words.Country, $"{words.Country}{seed:00}N{index:0000000000}") : null,
            Phone = $"+{seed}{index:0000000000}",
        };
    }

    /// <summary>The passports of a person, the first, the second …</summary>
    public static HeldDocument Passport(string country, int seed, long index, int number) => new("PASSPORT", country, $"{country}{seed:00}P{index:0000000000}{number}");

    public static MadeName Name(Words words, bool female, Dice dice)
    {
        var given = female ? words.Female : words.Male;
        if (words.Order is NameOrder.Syllables)
            return new(null, [.. Enumerable.Range(0, dice.Is(0.2) ? 2 : dice.Is(0.75) ? 3 : 4).Select(_ => given.Draw(dice))], words.Order);

        var middle = female ? words.MiddleFemale : words.Middle;
        var first = words.GivenStart.Any && dice.Is(ComposedGiven) ? Composed(words.GivenStart, words.GivenEnd, dice) : given.Draw(dice);
        return new(Family(words, dice), middle.Any && dice.Is(0.95) ? [middle.Draw(dice), first] : [first], words.Order);
    }

    public static Word Family(Words words, Dice dice) =>
        !words.Family.Any || (words.FamilyStart.Any && dice.Is(ComposedFamily)) ? Composed(words.FamilyStart, words.FamilyEnd, dice) : words.Family.Draw(dice);

    static Word Composed(Weighted starts, Weighted ends, Dice dice)
    {
        var (start, end) = (starts.Draw(dice), ends.Draw(dice));
        return new(start.Latin + end.Latin, start.Native + end.Native);
    }
}
