using Gms.Platform;
using Gms.Registry.Workers;

namespace Gms.Registry.Duplicates;

/// <summary>
/// The keys under which a record lies and those under which a person is looked for. Each key gathers few people, and each error that offices
/// make leaves one key whole. See docs/decisions/0009-duplicates-by-keys.md.
/// </summary>
sealed class MatchKeys(MatchingData data)
{
    /// <summary>A record with a whole date of birth lies under other year keys than one with a part of it, so that two whole dates do not meet by the year.</summary>
    const char OfWholeDate = 'F', OfPartOfDate = 'P';

    public long[] OfRecord(MatchFeatures person) => OfRecord(person, Blocks(person));

    public long[] OfQuery(MatchFeatures person) => OfQuery(person, Blocks(person));

    public (long[] Query, long[] Record) OfBoth(MatchFeatures person)
    {
        var names = Blocks(person);
        return (OfQuery(person, names), OfRecord(person, names));
    }

    long[] OfRecord(MatchFeatures person, NameBlocks[] names)
    {
        var keys = new HashSet<long>();
        AddCertain(keys, person);
        if (person.HasWholeDate)
        {
            AddDay(keys, names, person.BirthDate, person.Sex, person.Province);
            AddYear(keys, names, person.BirthDate.Year, person.Sex, OfWholeDate, data.BlockShares.Kept, person.Province);
        }
        else
            AddYear(keys, names, person.BirthDate.Year, person.Sex, OfPartOfDate, data.BlockShares.Kept, person.Province);
        return [.. keys];
    }

    long[] OfQuery(MatchFeatures person, NameBlocks[] names)
    {
        var keys = new HashSet<long>();
        AddCertain(keys, person);
        var (year, month, day) = person.BirthDate;
        foreach (var sex in person.Sex is Sex.Other ? Enum.GetValues<Sex>() : [person.Sex, Sex.Other])
        {
            if (person.HasWholeDate)
            {
                AddDay(keys, names, person.BirthDate, sex, person.Province);
                AddDay(keys, names, new(year - 1, month, day), sex, province: null);
                AddDay(keys, names, new(year + 1, month, day), sex, province: null);
                if (day <= 12 && day != month)
                    AddDay(keys, names, new(year, day, month), sex, province: null);
                AddYear(keys, names, year, sex, OfWholeDate, data.BlockShares.AskedByWholeDates, person.Province);
            }
            for (var near = year - 1; near <= year + 1; near++)
            {
                AddYear(keys, names, near, sex, OfPartOfDate, data.BlockShares.Kept, person.Province);
                if (!person.HasWholeDate)
                    AddYear(keys, names, near, sex, OfWholeDate, data.BlockShares.Kept, person.Province);
            }
        }
        return [.. keys];
    }

    /// <summary>What two people who enrol one person at once share most certainly: whoever comes second waits for the first.</summary>
    public static IEnumerable<long> Strongest(MatchFeatures person) =>
        person.Documents.Select(d => Hash($"d|{d.Number}")).Concat(person.Names.Select(n => Hash($"l|{NameBlocks.BagOf(n)}|{person.BirthDate.Year}")));

    static void AddCertain(HashSet<long> keys, MatchFeatures person)
    {
        foreach (var document in person.Documents)
            keys.Add(Hash($"d|{document.Number}"));
        foreach (var contact in person.Contacts)
            keys.Add(Hash($"c|{contact}"));
    }

    NameBlocks[] Blocks(MatchFeatures person) => [.. person.Names.Select(name => NameBlocks.Of(name, data))];

    static void AddDay(HashSet<long> keys, NameBlocks[] names, PartialDate day, Sex sex, string? province)
    {
        var text = day.ToString();
        foreach (var name in names)
        {
            keys.Add(Hash($"b|{text}|{name.Bag}"));
            foreach (var part in name.Telling)
                keys.Add(Hash($"t|{text}|{sex}|{part.Code}"));
        }
        if (province is not null)
            keys.Add(Hash($"p|{text}|{sex}|{province}"));
    }

    void AddYear(HashSet<long> keys, NameBlocks[] names, int year, Sex sex, char of, double most, string? province)
    {
        foreach (var name in names)
        {
            if (most >= data.BlockShares.Kept || name.Expected <= most)
                keys.Add(Hash($"n|{of}|{year}|{sex}|{name.Bag}"));
            foreach (var part in name.Rare)
                if (part.CodeShare <= most)
                    keys.Add(Hash($"s|{of}|{year}|{sex}|{part.Code}"));
            foreach (var (one, other, share) in name.Pairs)
                if (share <= most)
                    keys.Add(Hash($"q|{of}|{year}|{sex}|{one}|{other}"));
            if (province is not null && most >= data.BlockShares.Kept)
                foreach (var part in name.Rarest)
                    keys.Add(Hash($"r|{of}|{year}|{sex}|{part.Code}|{province}"));
        }
    }

    /// <summary>FNV-1a, its bits mixed. Stored: it must never change.</summary>
    public static long Hash(ref KeyText text) => text.Hash;
}
