namespace Gms.Registry.Duplicates;

/// <summary>A name as keys are made of it: worked out once, and used for every year and sex that is asked about.</summary>
/// <param name="Bag">The classes of the whole name, sorted: neither order nor spaces change it.</param>
/// <param name="Expected">The share of people that the whole name gathers, whatever the order of its parts.</param>
/// <param name="Rare">Its parts, the rarest first, each sound once.</param>
/// <param name="Telling">The rarest part, and the others that are rare enough to look for on a day of birth.</param>
/// <param name="Rarest">The rarest two that are not common: looked for in a province.</param>
/// <param name="Pairs">Two parts together that gather few enough to look for in a year, the rarest first.</param>
sealed record NameBlocks(string Bag, double Expected, IReadOnlyList<NamePart> Rare, IReadOnlyList<NamePart> Telling, IReadOnlyList<NamePart> Rarest, IReadOnlyList<(string One, string Other, double Share)> Pairs)
{
    const int MostParts = 5, MostPairs = 4, MostRare = 2;

    public static NameBlocks Of(FoldedName name, MatchingData data)
    {
        NamePart[] rare = [.. name.Parts.DistinctBy(p => p.Code).OrderBy(p => p.CodeShare).ThenBy(p => p.Code, StringComparer.Ordinal)];
        return new(BagOf(name), rare.Aggregate(1.0, (share, part) => share * 2 * part.CodeShare), rare,
            [.. rare.Where((p, i) => i == 0 || p.CodeShare < (i == 1 ? data.MostCommonShare : data.CommonShare)).Take(MostParts)],
            [.. rare.Take(MostRare).Where(p => p.CodeShare < data.CommonShare)],
            [.. PairsOf(rare, data.BlockShares.Kept).Take(MostPairs)]);
    }

    public static string BagOf(FoldedName name) => new([.. (name.Parts.Any(p => !p.MayBeTitle) ? name.Parts.Where(p => !p.MayBeTitle) : name.Parts).SelectMany(p => p.Code).Order()]);

    static IEnumerable<(string One, string Other, double Share)> PairsOf(NamePart[] rare, double most) =>
        from i in Enumerable.Range(0, rare.Length)
        from j in Enumerable.Range(i + 1, rare.Length - i - 1)
        let share = 2 * rare[i].CodeShare * rare[j].CodeShare
        where share <= most
        orderby share
        select string.CompareOrdinal(rare[i].Code, rare[j].Code) < 0 ? (rare[i].Code, rare[j].Code, share) : (rare[j].Code, rare[i].Code, share);
}
