namespace Gms.Registry.Duplicates;

/// <summary>Who of those asked about together shares a key with whom.</summary>
static class WithinBatch
{
    /// <summary>Each pair both ways: the one asks, the other is found.</summary>
    public static IEnumerable<(int Person, int Other)> Pairs(IReadOnlyList<Sought> people, int most)
    {
        if (people.Count < 2)
            yield break;

        var lying = people.SelectMany((p, i) => p.Lying.Select(key => (key, i))).ToLookup(k => k.key, k => k.i);
        for (var person = 0; person < people.Count; person++)
        {
            var others = people[person].Asked.SelectMany(key => lying[key]).Where(other => other != person)
                .CountBy(other => other).OrderByDescending(shared => shared.Value).Take(most);
            foreach (var (other, _) in others)
                yield return (person, other);
        }
    }
}
