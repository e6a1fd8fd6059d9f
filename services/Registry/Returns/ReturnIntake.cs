using Gms.Platform;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Gms.Registry.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Returns;

/// <summary>What became of a return that was told.</summary>
/// <param name="Id">The return on record; empty when there is none.</param>
/// <param name="New">The return that was added; null when it was on record, or was refused.</param>
/// <param name="Refused">Why nothing was recorded.</param>
sealed record TakenReturn(Guid Id, WorkerReturn? New, RefusedException? Refused = null);

/// <summary>Takes returns: one, or a piece of a list, by the same rules. The caller commits.</summary>
sealed class ReturnIntake(RegistryDb db, MissedCrossings missed, FlowLedger flows, TimeProvider clock)
{
    /// <summary>Nobody who crossed before is alive: what is told of such a day is refused, or changes nothing else.</summary>
    static readonly DateOnly Earliest = new(1900, 1, 1);

    public async Task<IReadOnlyList<TakenReturn>> Take(IReadOnlyList<WorkerReturn> told, CancellationToken cancel)
    {
        var since = new DateTimeOffset(told.Select(r => r.ReturnedOn).Append(clock.TodayIn(told[0].Country)).Where(d => d > Earliest).Min(), TimeOnly.MinValue, TimeSpan.Zero);
        var people = await Travellers.Find(db, [.. told.Select(r => r.WorkerNumber)], since - Spells.WayHome, cancel);
        var departures = await Departures(told, cancel);
        var known = await Known([.. people.Values.SelectMany(p => p.Numbers).Distinct()], told, cancel);

        var taken = new List<TakenReturn>(told.Count);
        foreach (var back in told)
            taken.Add(TakeOne(back, people, departures, known));
        List<(Traveller Person, WorkerReturn New)> added = [.. taken.Select(t => t.New).OfType<WorkerReturn>().Select(r => (people[r.WorkerNumber], r))];
        await missed.Settle([.. added.Select(a => (a.Person, a.New.Id))], cancel);
        await flows.Record(added, since, cancel);
        return taken;
    }

    TakenReturn TakeOne(WorkerReturn back, IReadOnlyDictionary<string, Traveller> people, Dictionary<Guid, DepartureStay> departures, List<WorkerReturn> known)
    {
        if (!people.TryGetValue(back.WorkerNumber, out var person))
            return new(Guid.Empty, null, Refuse.NotFound(Problems.ReturnWorkerUnknown()));

        var stay = back.DepartureId is { } id && departures.TryGetValue(id, out var found) ? found.Seen(back.ComeFrom) : null;
        var worker = new WorkerOnRecord(person.Facts.BirthDate, null, []) { Numbers = person.Numbers };
        var broken = ReturnRules.ToRecord(back, stay, worker, clock.TodayIn(back.Country)).ToList();
        if (broken.Count > 0)
            return new(Guid.Empty, null, Refuse.NotNow(broken));
        if (known.Find(k => person.Numbers.Contains(k.WorkerNumber) && k.Country == back.Country && k.ReturnedOn == back.ReturnedOn) is { } before)
            return new(before.Id, null, Refuse.NotNow(Problems.ReturnTwice()));

        db.Returns.Add(back);
        person.Returns.Add(back);
        known.Add(back);
        return new(back.Id, back);
    }

    async Task<List<WorkerReturn>> Known(string[] numbers, IReadOnlyList<WorkerReturn> told, CancellationToken cancel)
    {
        DateOnly[] days = [.. told.Select(r => r.ReturnedOn).Distinct()];
        return await db.Returns.AsNoTracking().Where(r => numbers.Contains(r.WorkerNumber) && days.Contains(r.ReturnedOn)).ToListAsync(cancel);
    }

    async Task<Dictionary<Guid, DepartureStay>> Departures(IReadOnlyList<WorkerReturn> told, CancellationToken cancel)
    {
        Guid[] ids = [.. told.Select(r => r.DepartureId).OfType<Guid>().Distinct()];
        if (ids.Length == 0)
            return [];
        var arrivals = (await db.Crossings.Where(c => c.DepartureId != null && ids.Contains(c.DepartureId.Value) && c.Kind == CrossingKind.Arrival)
            .GroupBy(c => new { c.DepartureId, c.Country }).Select(g => new { g.Key.DepartureId, g.Key.Country, At = g.Max(c => c.CrossedAt) }).ToListAsync(cancel)).ToLookup(a => a.DepartureId);
        return await db.Departures.Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.WorkerNumber })
            .ToDictionaryAsync(d => d.Id, d => new DepartureStay(d.WorkerNumber, arrivals[d.Id].ToDictionary(a => a.Country, a => a.At.DayIn(a.Country))), cancel);
    }

    /// <summary>A departure named, with the day of the last arrival in each country.</summary>
    sealed record DepartureStay(string WorkerNumber, IReadOnlyDictionary<string, DateOnly> Arrived)
    {
        public Stay Seen(string country) => new(WorkerNumber, Arrived.TryGetValue(country, out var day) ? day : null);
    }
}
