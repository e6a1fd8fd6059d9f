namespace Gms.SocialSecurity.Schemes;

/// <summary>Puts what Data/spells.json says beside the schemes, and tells every fault in it.</summary>
static class SpellsReading
{
    public static IReadOnlyList<Scheme> With(IReadOnlyList<Scheme> schemes, SpellsFile file, SchemeReading reading)
    {
        var known = schemes.Select(s => s.Id).ToHashSet(StringComparer.Ordinal);
        reading.Unique(file.Schemes.Select(s => s.Scheme), "spells.json");
        reading.Unique(file.Exclusions.Select(e => e.Id), "spells.json");
        foreach (var stray in file.Schemes.Select(s => s.Scheme).Concat(file.Exclusions.SelectMany(e => e.Schemes)).Concat(file.Schemes.Select(s => s.Follows?.Scheme).OfType<string>()).Where(s => !known.Contains(s)))
            reading.Fault(stray, "is named in spells.json and is no scheme");

        var exclusions = file.Exclusions.Select(e => Read(e, schemes, reading)).ToList();
        return [.. schemes.Select(s => s with { Spells = Read(s, file.Schemes.FirstOrDefault(e => e.Scheme == s.Id), exclusions, reading) })];
    }

    static Spells Read(Scheme scheme, SpellsFile.Entry? entry, List<Exclusion> exclusions, SchemeReading reading)
    {
        var own = exclusions.Where(e => e.Schemes.Contains(scheme.Id)).ToList();
        // A membership can stand under one rule of the database's own constraint.
        if (own.Count(e => e.Evidence.MayBlock) > 1)
            reading.Fault(scheme.Id, "is in more than one exclusion that may refuse a membership");
        if (entry is null)
            return own.Count == 0 ? Spells.NotSaid : new() { Exclusions = own };

        if (entry.Follows is { Months: < 1 or > 600 } or { WithinMonths: < 1 or > 120 } || entry.Follows?.Scheme == scheme.Id)
            reading.Fault(scheme.Id, "follows what cannot be");
        if (entry.Lapse is { MissedMonths: < 1 or > 120 })
            reading.Fault(scheme.Id, "lapses after months that cannot be");
        Evidence Of(SpellsFile.Ruled rule, string part) => reading.EvidenceOf(rule, $"{scheme.Id}:{part}", scheme.Law);
        return new()
        {
            SeveralEmployers = entry.SeveralEmployers is { } several ? new(several.Allowed, several.Rule, Of(several, "several-employers")) : null,
            Follows = entry.Follows is { } follows ? new(follows.Scheme, follows.Months, follows.WithinMonths, follows.Rule, Of(follows, "follows")) : null,
            Lapse = entry.Lapse is { } lapse ? new(lapse.MissedMonths, lapse.Rejoin, lapse.Rule, Of(lapse, "lapse")) : null,
            Month = entry.Month is { } month ? new(month.Rule, Of(month, "month")) : null,
            Exclusions = own,
        };
    }

    static Exclusion Read(SpellsFile.ExclusionEntry entry, IReadOnlyList<Scheme> schemes, SchemeReading reading)
    {
        if (entry.Schemes.Distinct().Count() < 2)
            reading.Fault(entry.Id, "names fewer than two schemes");
        if (entry.EffectiveTo < entry.EffectiveFrom)
            reading.Fault(entry.Id, "ends before it begins");
        var law = schemes.FirstOrDefault(s => entry.Schemes.Contains(s.Id))?.Law ?? "";
        return new(entry.Id, entry.Schemes, entry.EffectiveFrom, entry.EffectiveTo, entry.Rule, reading.EvidenceOf(entry, entry.Id, law));
    }
}
