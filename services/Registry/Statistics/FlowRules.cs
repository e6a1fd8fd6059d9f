using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Gms.Registry.Returns;

namespace Gms.Registry.Statistics;

/// <summary>What a crossing or a return counts for. Pure.</summary>
static class FlowRules
{
    public const string Unknown = "unknown";

    /// <summary>ISO 3166-1 keeps ZZ free for users: a country that is not known.</summary>
    public const string UnknownCountry = "ZZ";

    public static (FlowMeasure Measure, FlowCell Cell) Of(Crossing crossing, TravellerFacts facts, Departure? departure, ContractJob? job, SmallCells cells)
    {
        var origin = departure?.Origin ?? facts.Home;
        var measure = (crossing.Kind, AtHome: crossing.Country == origin) switch
        {
            (CrossingKind.Exit, true) => FlowMeasure.Departures,
            (CrossingKind.Exit, false) => FlowMeasure.Leavings,
            (CrossingKind.Arrival, true) => FlowMeasure.Homecomings,
            (CrossingKind.Arrival, false) => FlowMeasure.Arrivals,
        };
        var destination = crossing.Country == origin ? departure?.Destination ?? UnknownCountry : crossing.Country;
        return (measure, Cell(crossing.CrossedAt.DayIn(crossing.Country), origin, destination, facts, departure, job, cells));
    }

    public static FlowCell Of(WorkerReturn back, TravellerFacts facts, Departure? departure, ContractJob? job, SmallCells cells) =>
        Cell(back.ReturnedOn, back.Country, back.ComeFrom, facts, departure, job, cells);

    /// <summary>A birth date that lacks day or month is read as the first day it can mean.</summary>
    static FlowCell Cell(DateOnly day, string origin, string destination, TravellerFacts facts, Departure? departure, ContractJob? job, SmallCells cells) => new(
        new(day.Year, day.Month, 1), origin, destination, departure?.Channel ?? Unknown, facts.Sex.ToString().ToLowerInvariant(),
        cells.AgeGroupOf(facts.BirthDate.Earliest, day), facts.Province ?? Unknown, job?.Sector ?? Unknown, job?.Occupation ?? Unknown);

    /// <summary>
    /// Who ceases to be in the stock with each crossing or return: whoever arrived abroad with the crossing before, under what was known on that arrival.
    /// Whatever comes next ends it: an exit from there, a return from there, or being on record elsewhere. An arrival told twice, under two numbers of
    /// one person, ends itself.
    /// </summary>
    /// <param name="passages">The crossings and returns of one person.</param>
    /// <param name="arrived">Under what an arrival abroad is counted; missing for any other crossing.</param>
    /// <param name="clockSkew">By how much the clocks of two posts may differ.</param>
    public static IEnumerable<(Passage Passage, FlowCell Cell)> Ceased(IReadOnlyList<Passage> passages, IReadOnlyDictionary<Guid, FlowCell> arrived, TimeSpan clockSkew)
    {
        var order = Spells.InOrder(passages, clockSkew);
        for (var i = 1; i < order.Count; i++)
            if (arrived.TryGetValue(order[i - 1].Id, out var cell))
                yield return (order[i], At(order[i], cell));

        var once = order.Select(p => p.Id).ToHashSet();
        foreach (var again in passages.Where(p => !once.Contains(p.Id)))
            if (arrived.TryGetValue(again.Id, out var cell))
                yield return (again, At(again, cell));
    }

    static FlowCell At(Passage passage, FlowCell cell) => cell with { Month = new(passage.Day.Year, passage.Day.Month, 1) };
}
