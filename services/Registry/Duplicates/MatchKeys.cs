using Gms.Platform;
using Gms.Registry.Workers;

namespace Gms.Registry.Duplicates;

/// <summary>
/// The keys under which a record lies and those under which a person is looked for. Each key gathers few people, and each error that offices
/// make leaves one key whole. See docs/decisions/0009-duplicates-by-keys.md.
/// </summary>
sealed class MatchKeys(MatchingData data)
{
    const int MostParts = 5, MostPairs = 4, MostRare = 2;

    /// <summary>A record with a whole date of birth lies under other year keys than one with a part of it, so that two whole dates do not meet by the year.</summary>
    const char OfWholeDate = 'F', OfPartOfDate = 'P';

    public long[] OfRecord(MatchFeatures person)
    {
        var keys = new HashSet<long>();
        AddCertain(keys, person);
        if (person.HasWholeDate)
        {
            AddDay(keys, person, person.BirthDate, person.Sex, withProvince: true);
            AddYear(keys, person, person.BirthDate.Year, person.Sex, OfWholeDate, data.BlockShares.Kept);
        }
        else
            AddYear(keys, person, person.BirthDate.Year, person.Sex, OfPartOfDate, data.BlockShares.Kept);
        return [.. keys];
    }

    public long[] OfQuery(MatchFeatures person)
    {
        var keys = new HashSet<long>();
        AddCertain(keys, person);
        var (year, month, day) = person.BirthDate;
        foreach (var sex in person.Sex is Sex.Other ? Enum.GetValues<Sex>() : [person.Sex, Sex.Other])
        {
            if (person.HasWholeDate)
            {
                AddDay(keys, person, person.BirthDate, sex, withProvince: true);
                AddDay(keys, person, new(year - 1, month, day), sex, withProvince: false);
                AddDay(keys, person, new(year + 1, month, day), sex, withProvince: false);
                if (day <= 12 && day != month)
                    AddDay(keys, person, new(year, day, month), sex, withProvince: false);
                AddYear(keys, person, year, sex, OfWholeDate, data.BlockShares.AskedByWholeDates);
            }
            for (var near = year - 1; near <= year + 1; near++)
            {
                AddYear(keys, person, near, sex, OfPartOfDate, data.BlockShares.Kept);
                if (!person.HasWholeDate)
                    AddYear(keys, person, near, sex, OfWholeDate, data.BlockShares.Kept);
            }
        }
        return [.. keys];
    }

    /// <summary>What two people who enrol one person at once share most certainly: whoever comes second waits for the first.</summary>
    public static IEnumerable<long> Strongest(MatchFeatures person) =>
        person.Documents.Select(d => Hash($"d|{d.Number}")).Concat(person.Names.Select(n => Hash($"l|{Bag(n)}|{person.BirthDate.Year}")));

    static void AddCertain(HashSet<long> keys, MatchFeatures person)
    {
        foreach (var document in person.Documents)
            keys.Add(Hash($"d|{document.Number}"));
        foreach (var contact in person.Contacts)
            keys.Add(Hash($"c|{contact}"));
    }

    void AddDay(HashSet<long> keys, MatchFeatures person, PartialDate day, Sex sex, bool withProvince)
    {
        foreach (var name in person.Names)
        {
            keys.Add(Hash($"b|{day}|{Bag(name)}"));
            var rare = Rarest(name).ToList();
            foreach (var part in rare.Where((p, i) => i == 0 || p.CodeShare < (i == 1 ? data.MostCommonShare : data.CommonShare)).Take(MostParts))
                keys.Add(Hash($"t|{day}|{sex}|{part.Code}"));
        }
        if (withProvince && person.Province is { } province)
            keys.Add(Hash($"p|{day}|{sex}|{province}"));
    }

    void AddYear(HashSet<long> keys, MatchFeatures person, int year, Sex sex, char of, double most)
    {
        foreach (var name in person.Names)
        {
            var rare = Rarest(name).ToList();
            if (most >= data.BlockShares.Kept || Expected(rare) <= most)
                keys.Add(Hash($"n|{of}|{year}|{sex}|{Bag(name)}"));
            var pairs = from i in Enumerable.Range(0, rare.Count)
                        from j in Enumerable.Range(i + 1, rare.Count - i - 1)
                        let share = 2 * rare[i].CodeShare * rare[j].CodeShare
                        where share <= most
                        orderby share
                        select string.CompareOrdinal(rare[i].Code, rare[j].Code) < 0 ? (rare[i].Code, rare[j].Code) : (rare[j].Code, rare[i].Code);
            foreach (var part in rare.Where(p => p.CodeShare <= most))
                keys.Add(Hash($"s|{of}|{year}|{sex}|{part.Code}"));
            foreach (var (one, other) in pairs.Take(MostPairs))
                keys.Add(Hash($"q|{of}|{year}|{sex}|{one}|{other}"));
            if (person.Province is { } province && most >= data.BlockShares.Kept)
                foreach (var part in rare.Take(MostRare).Where(p => p.CodeShare < data.CommonShare))
                    keys.Add(Hash($"r|{of}|{year}|{sex}|{part.Code}|{province}"));
        }
    }

    static IEnumerable<NamePart> Rarest(FoldedName name) => name.Parts.DistinctBy(p => p.Code).OrderBy(p => p.CodeShare).ThenBy(p => p.Code, StringComparer.Ordinal);

    /// <summary>The share of people that a whole name gathers, whatever the order of its parts.</summary>
    static double Expected(IEnumerable<NamePart> parts) => parts.Aggregate(1.0, (share, part) => share * 2 * part.CodeShare);

    /// <summary>The classes of the whole name, sorted: neither order nor spaces change it.</summary>
    static string Bag(FoldedName name) => new([.. (name.Parts.Any(p => !p.MayBeTitle) ? name.Parts.Where(p => !p.MayBeTitle) : name.Parts).SelectMany(p => p.Code).Order()]);

    /// <summary>FNV-1a, its bits mixed. Stored: it must never change.</summary>
    public static long Hash(string text)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in text)
            hash = (hash ^ c) * 1099511628211UL;
        hash = (hash ^ (hash >> 32)) * 0x9E3779B97F4A7C15UL;
        return (long)(hash ^ (hash >> 29));
    }
}
