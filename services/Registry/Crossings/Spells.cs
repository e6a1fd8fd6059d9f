namespace Gms.Registry.Crossings;

/// <summary>Where a worker was from when to when, from the crossings alone. Pure: neither the order nor the repetition of what was told changes it.</summary>
static class Spells
{
    public static IReadOnlyList<Spell> Of(IEnumerable<Passage> passages, TimeSpan clockSkew)
    {
        var spells = new List<Spell>();
        Spell? here = null;
        Passage? last = null;
        foreach (var passage in InOrder(passages, clockSkew))
        {
            if (passage.Kind == CrossingKind.Arrival)
            {
                if (here is not null)
                    spells.Add(here with { Gaps = [.. here.Gaps, SpellGap.NotLeft] });
                here = new(passage.Country, passage, null, last?.Kind == CrossingKind.Exit ? [] : [SpellGap.ArrivalWithoutExit]);
            }
            else
            {
                if (last?.Kind == CrossingKind.Exit)
                    spells[^1] = spells[^1] with { Gaps = [.. spells[^1].Gaps, SpellGap.ExitWithoutArrival] };
                if (here is not null && here.Country != passage.Country)
                    spells.Add(here with { Gaps = [.. here.Gaps, SpellGap.NotLeft] });
                spells.Add(here?.Country == passage.Country ? here with { Ended = passage } : new(passage.Country, null, passage, BeganUnknown(last)));
                here = null;
            }
            last = passage;
        }
        if (here is not null)
            spells.Add(here);
        else if (spells.Count > 0)
            spells[^1] = spells[^1] with { Gaps = [.. spells[^1].Gaps, SpellGap.ExitWithoutArrival] };
        return spells;
    }

    /// <summary>Whoever leaves for the first time was there since before anybody recorded it: no gap.</summary>
    static IReadOnlyList<SpellGap> BeganUnknown(Passage? last) =>
        last is not { } before ? [] : before.Kind == CrossingKind.Exit ? [SpellGap.TwoExits] : [SpellGap.NotEntered];

    /// <summary>
    /// By time, each once. Where two posts' clocks differ, an arrival may be told a little before its exit from the other side: then the exit goes
    /// first, unless the arrival has an exit before it already.
    /// </summary>
    public static IReadOnlyList<Passage> InOrder(IEnumerable<Passage> passages, TimeSpan clockSkew)
    {
        var order = passages.OrderBy(p => p.At).ThenBy(p => p.Kind).ThenBy(p => p.Country, StringComparer.Ordinal).ThenBy(p => p.Id)
            .DistinctBy(p => (p.Kind, p.Country, p.At)).ToList();
        for (var i = 0; i + 1 < order.Count; i++)
        {
            var (arrival, exit) = (order[i], order[i + 1]);
            if (arrival.Kind != CrossingKind.Arrival || exit.Kind != CrossingKind.Exit || arrival.Country == exit.Country || exit.At - arrival.At > clockSkew)
                continue;
            if (i > 0 && order[i - 1].Kind == CrossingKind.Exit)
                continue;
            (order[i], order[i + 1]) = (exit, arrival);
            i++;
        }
        return order;
    }
}
