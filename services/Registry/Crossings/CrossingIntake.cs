using Gms.Platform;
using Gms.Registry.Departures;
using Gms.Registry.Statistics;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Crossings;

/// <summary>What became of something told: recorded, confirmed, or refused.</summary>
/// <param name="Id">The crossing on record.</param>
/// <param name="New">The crossing that was added; null when it confirms one, or was refused.</param>
/// <param name="Refused">Why nothing was recorded; null when it was.</param>
sealed record TakenCrossing(Guid Id, string WorkerNumber, Guid? DepartureId, IReadOnlyList<CrossingFlag> Flags, Crossing? New, RefusedException? Refused = null)
{
    public static TakenCrossing Not(RefusedException why, Guid known = default, string number = "") => new(known, number, null, [], null, why);
}

/// <summary>Takes what posts, lists and workers tell: one crossing or a piece of a list, by the same rules. The caller commits.</summary>
sealed class CrossingIntake(RegistryDb db, BorderPractice practice, StayLimits limits, MissedCrossings missed, FlowLedger flows, TimeProvider clock)
{
    public async Task<IReadOnlyList<TakenCrossing>> Take(IReadOnlyList<Sighting> told, CancellationToken cancel)
    {
        var named = await Named(told, cancel);
        string? Number(Sighting seen) => seen.WorkerNumber ?? (seen.DepartureId is { } id ? named.GetValueOrDefault(id)?.WorkerNumber : null);
        string[] numbers = [.. told.Select(Number).OfType<string>().Distinct()];
        var since = told.Min(t => t.At) - practice.OtherSource - Spells.WayHome;
        var people = await Travellers.Find(db, numbers, since - Spells.WayHome, cancel);

        var taken = new List<TakenCrossing>(told.Count);
        foreach (var seen in told)
            taken.Add(TakeOne(seen, Number(seen), named, people));
        List<(Traveller Person, Crossing New)> added = [.. taken.Where(t => t.New is not null).Select(t => (people[t.WorkerNumber], t.New!))];
        await missed.Settle([.. added.Select(a => (a.Person, a.New.Id))], cancel);
        await flows.Record(added, since, cancel);
        return taken;
    }

    /// <summary>The departures named. One between other countries is none of this post's: it is not told apart from one that does not exist.</summary>
    async Task<Dictionary<Guid, Departure>> Named(IReadOnlyList<Sighting> told, CancellationToken cancel)
    {
        Guid[] ids = [.. told.Select(t => t.DepartureId).OfType<Guid>()];
        return ids.Length == 0 ? [] : await db.Departures.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
    }

    TakenCrossing TakeOne(Sighting seen, string? number, Dictionary<Guid, Departure> named, IReadOnlyDictionary<string, Traveller> people)
    {
        var departure = seen.DepartureId is { } id ? named.GetValueOrDefault(id) : null;
        if (seen.DepartureId is not null && (departure is null || (departure.Origin != seen.Country && departure.Destination != seen.Country)))
            return TakenCrossing.Not(Refuse.NotFound(Problems.CrossingDepartureUnknown()));
        if (number is null)
            return TakenCrossing.Not(Refuse.Invalid(Problems.CrossingWorkerMissing()));
        if (!people.TryGetValue(number, out var person))
            return TakenCrossing.Not(Refuse.NotFound(Problems.CrossingWorkerUnknown()));

        departure ??= person.DepartureFor(seen.Kind, seen.Country);
        var broken = CrossingRules.ToRecord(seen, departure, person.Facts.BirthDate, person.Numbers, practice.ClockSkew, clock.GetUtcNow()).ToList();
        if (broken.Count > 0)
            return TakenCrossing.Not(Refuse.NotNow(broken));

        return CrossingRules.Same(seen, person.Known, practice) is { } known ? Confirm(seen, number, person, known) : Add(seen, number, person, departure);
    }

    TakenCrossing Confirm(Sighting seen, string number, Traveller person, KnownCrossing known)
    {
        if (known.Sources.Contains(seen.Source))
            return TakenCrossing.Not(Refuse.NotNow(Problems.CrossingTwice()), known.Id, number);
        db.Add(new CrossingReport { CrossingId = known.Id, Source = seen.Source, CrossedAt = seen.At });
        person.Known[person.Known.IndexOf(known)] = known with { Sources = [.. known.Sources, seen.Source] };
        return new(known.Id, number, known.DepartureId, [], null);
    }

    TakenCrossing Add(Sighting seen, string number, Traveller person, Departure? departure)
    {
        var day = seen.At.DayIn(seen.Country);
        var id = Passage.Of(Guid.Empty, seen.Kind, seen.Country, seen.At);
        var order = Spells.InOrder(person.Passages.Append(id), practice.ClockSkew).ToList();
        var place = order.IndexOf(id);
        var crossing = new Crossing
        {
            Kind = seen.Kind,
            WorkerNumber = number,
            DepartureId = departure?.Id,
            Country = seen.Country,
            Checkpoint = seen.Post?.Id,
            CrossedAt = seen.At,
            Source = seen.Source,
            Flags = [.. CrossingRules.Flags(seen.Kind, seen.Country, day, departure, place > 0 && order[place - 1].Kind == PassageKind.Exit)],
        };
        db.Crossings.Add(crossing);
        person.Known.Add(new(crossing.Id, crossing.Kind, crossing.Country, crossing.Checkpoint, crossing.CrossedAt, crossing.DepartureId, [crossing.Source]));

        if (seen.Kind == CrossingKind.Exit)
            db.Add(new CrossingWatch { CrossingId = crossing.Id, Kind = WatchKind.ArrivalDue, DueOn = day.AddDays(practice.ArrivalDueDays) });
        else if (limits.Of(departure, seen.Country, day) is { } limit)
            db.Add(CrossingWatch.OfStay(crossing.Id, day, limit.Until, practice));
        return new(crossing.Id, number, departure?.Id, crossing.Flags, crossing);
    }
}
