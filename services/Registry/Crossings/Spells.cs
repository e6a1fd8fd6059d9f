namespace Gms.Registry.Crossings;

/// <summary>
/// Where a worker was from when to when: from the crossings, and from returns where the crossing of the way home was not told. Pure: neither the order
/// nor the repetition of what was told changes it.
/// </summary>
static class Spells
{
    /// <summary>A crossing so near to the end of the day of a return is the way home that the return tells of.</summary>
    public static readonly TimeSpan WayHome = TimeSpan.FromDays(1);

    public static IReadOnlyList<Spell> Of(IEnumerable<Passage> passages, TimeSpan clockSkew)
    {
        var spells = new List<Spell>();
        Spell? here = null;
        Passage? last = null;
        foreach (var passage in InOrder(passages, clockSkew))
        {
            if (passage.Kind == PassageKind.Return)
            {
                if (here is not null)
                    spells.Add(here with { Gaps = [.. here.Gaps, SpellGap.NotLeft], BackOn = passage.Day });
                else
                    spells[^1] = spells[^1] with { Gaps = [.. spells[^1].Gaps, SpellGap.ExitWithoutArrival] };
                here = null;
            }
            else if (passage.Kind == PassageKind.Arrival)
            {
                if (here is not null)
                    spells.Add(here with { Gaps = [.. here.Gaps, SpellGap.NotLeft] });
                here = new(passage.Country, passage, null, last?.Kind == PassageKind.Exit ? [] : [SpellGap.ArrivalWithoutExit]);
            }
            else
            {
                if (last?.Kind == PassageKind.Exit)
                    spells[^1] = spells[^1] with { Gaps = [.. spells[^1].Gaps, SpellGap.ExitWithoutArrival] };
                if (here is not null && here.Country != passage.Country)
                    spells.Add(here with { Gaps = [.. here.Gaps, SpellGap.NotLeft] });
                spells.Add(here?.Country == passage.Country ? here with { Ended = passage } : new(passage.Country, null, passage, BeganUnknown(last, passage.Country)));
                here = null;
            }
            last = passage;
        }
        if (here is not null)
            spells.Add(here);
        else if (last?.Kind == PassageKind.Exit)
            spells[^1] = spells[^1] with { Gaps = [.. spells[^1].Gaps, SpellGap.ExitWithoutArrival] };
        return spells;
    }

    /// <summary>Whoever leaves for the first time was there since before anybody recorded it, and whoever returned there came home: no gap.</summary>
    static IReadOnlyList<SpellGap> BeganUnknown(Passage? last, string country) => last switch
    {
        null => [],
        { Kind: PassageKind.Exit } => [SpellGap.TwoExits],
        { Kind: PassageKind.Return, Home: var home } when home == country => [],
        _ => [SpellGap.NotEntered],
    };

    /// <summary>
    /// By time, each once. Where two posts' clocks differ, an arrival may be told a little before its exit from the other side: then the exit goes
    /// first, unless the arrival has an exit before it already. A return stays only where it tells what no crossing does: that somebody who was there, or
    /// on the way, is back.
    /// </summary>
    public static IReadOnlyList<Passage> InOrder(IEnumerable<Passage> passages, TimeSpan clockSkew)
    {
        var told = passages.ToList();
        var order = told.Where(p => p.Kind != PassageKind.Return || !told.Exists(c => IsWayHome(c, p))).OrderBy(p => p.At).ThenBy(p => p.Kind).ThenBy(p => p.Country, StringComparer.Ordinal).ThenBy(p => p.Id)
            .DistinctBy(p => (p.Kind, p.Country, p.At)).ToList();
        for (var i = 0; i + 1 < order.Count; i++)
        {
            var (arrival, exit) = (order[i], order[i + 1]);
            if (arrival.Kind != PassageKind.Arrival || exit.Kind != PassageKind.Exit || arrival.Country == exit.Country || exit.At - arrival.At > clockSkew)
                continue;
            if (i > 0 && order[i - 1].Kind == PassageKind.Exit)
                continue;
            (order[i], order[i + 1]) = (exit, arrival);
            i++;
        }
        for (var i = 0; i < order.Count;)
            if (order[i].Kind == PassageKind.Return && !(i > 0 && Brings(order[i - 1], order[i])))
                order.RemoveAt(i);
            else
                i++;
        return order;
    }

    static bool IsWayHome(Passage crossing, Passage back) =>
        crossing.Kind switch { PassageKind.Exit => crossing.Country == back.Country, PassageKind.Arrival => crossing.Country == back.Home, PassageKind.Return => false }
        && crossing.At > back.At - WayHome && crossing.At <= back.At + WayHome;

    static bool Brings(Passage before, Passage back) => before.Kind == PassageKind.Exit || (before.Kind == PassageKind.Arrival && before.Country == back.Country);
}
