using Gms.Platform;
using Gms.Registry.Departures;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Crossings;

/// <summary>
/// Crossings that should have come and did not: an arrival after an exit, an exit before a permit ends. Each becomes a question to the officers of the
/// country that holds the crossing; a crossing told later answers it.
/// </summary>
sealed class MissedCrossings(RegistryDb db, Call call, BorderPractice practice, StayLimits limits, TimeProvider clock)
{
    public const string ArrivalMissing = "ARRIVAL_MISSING";
    public const string Overstay = "OVERSTAY";

    /// <summary>Ends the waiting for what has come: the crossing before a new one, or before a return, needs no watching any more, and a question about it is answered.</summary>
    /// <param name="added">Crossings and returns told now, by id.</param>
    /// <param name="cancel">Stops it.</param>
    public async Task Settle(IReadOnlyList<(Traveller Person, Guid New)> added, CancellationToken cancel)
    {
        List<Guid> settled = [.. added.SelectMany(a => SettledBy(a.Person, a.New)).Distinct()];
        if (settled.Count == 0)
            return;
        foreach (var watch in db.ChangeTracker.Entries<CrossingWatch>().Where(e => e.State == EntityState.Added && settled.Contains(e.Entity.CrossingId)).ToList())
            watch.State = EntityState.Detached;
        await db.Set<CrossingWatch>().Where(w => settled.Contains(w.CrossingId)).ExecuteDeleteAsync(cancel);

        string[] keys = [.. settled.Select(Key)];
        string[] kinds = [ArrivalMissing, Overstay];
        // The operators of the index on keys: a list of prefixes would read the whole table.
        var asked = db.WorkItems.FromSql($"SELECT i.*, i.xmin FROM unnest({keys}) AS k CROSS JOIN work_items i WHERE i.key ~>=~ k AND i.key ~<~ (k || ';')");
        foreach (var item in await asked.Where(i => kinds.Contains(i.Kind) && i.State != WorkItemState.Closed).ToListAsync(cancel))
            item.Close("RECORDED_LATE", "The crossing was told later.", call.Caller, clock.GetUtcNow());
    }

    /// <summary>The crossing before this one, and this one itself when the next one is on record already.</summary>
    IEnumerable<Guid> SettledBy(Traveller person, Guid id)
    {
        var order = Spells.InOrder(person.Passages, practice.ClockSkew).ToList();
        var place = order.FindIndex(p => p.Id == id);
        if (place > 0 && Answers(order[place - 1], order[place]))
            yield return order[place - 1].Id;
        if (place >= 0 && place + 1 < order.Count && Answers(order[place], order[place + 1]))
            yield return id;
    }

    static bool Answers(Passage before, Passage next) => before.Kind switch
    {
        PassageKind.Exit => next.Kind is PassageKind.Arrival or PassageKind.Return,
        PassageKind.Arrival => next.Kind is PassageKind.Exit or PassageKind.Return && next.Country == before.Country,
        PassageKind.Return => false,
    };

    /// <summary>Looks at a watch whose day is over: an extension moves it, anything else that is still missing is asked.</summary>
    public async Task Look(CrossingWatch watch, CancellationToken cancel)
    {
        var crossing = await db.Crossings.AsNoTracking().SingleAsync(c => c.Id == watch.CrossingId, cancel);
        var departure = crossing.DepartureId is { } id ? await db.Departures.AsNoTracking().SingleAsync(d => d.Id == id, cancel) : null;
        var day = crossing.CrossedAt.DayIn(crossing.Country);
        if (watch.Kind == WatchKind.ExitDue && await limits.Extended(db, departure, crossing.Country, day, cancel) is { } limit && limit.Until > watch.DueOn)
        {
            watch.MoveTo(limit.Until, day, practice);
            return;
        }
        db.Remove(watch);
        if (await IsBack(crossing, cancel))
            return;
        db.OpenWorkItem(new()
        {
            Kind = watch.Kind == WatchKind.ArrivalDue ? ArrivalMissing : Overstay,
            Key = watch.Kind == WatchKind.ExitDue ? $"{Key(crossing.Id)}:{watch.DueOn:yyyyMMdd}" : Key(crossing.Id),    // each last day of a stay is asked about
            Country = crossing.Country,
            Subjects = [crossing.WorkerNumber],
            Facts = Facts(watch, crossing, departure),
            Decisions = watch.Kind == WatchKind.ArrivalDue ? ["ARRIVED", "DID_NOT_TRAVEL", "LOST_CONTACT"] : ["LEFT", "MAY_STAY", "STILL_THERE"],
            OpenedAt = clock.GetUtcNow(),
        });
    }

    /// <summary>Whether a return on record, or for a stay a later crossing that shows the worker elsewhere, says what no post told.</summary>
    public async Task<bool> IsBack(Crossing crossing, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(crossing.WorkerNumber, cancel);
        var day = crossing.CrossedAt.DayIn(crossing.Country);
        if (await db.Returns.AnyAsync(r => numbers.Contains(r.WorkerNumber) && r.ComeFrom == crossing.Country && r.ReturnedOn >= day, cancel))
            return true;
        return crossing.Kind == CrossingKind.Arrival && await db.Crossings.AnyAsync(
            c => numbers.Contains(c.WorkerNumber) && c.CrossedAt > crossing.CrossedAt
                && ((c.Kind == CrossingKind.Exit && c.Country == crossing.Country) || (c.Kind == CrossingKind.Arrival && c.Country != crossing.Country)), cancel);
    }

    static Dictionary<string, string> Facts(CrossingWatch watch, Crossing crossing, Departure? departure)
    {
        var facts = new Dictionary<string, string>
        {
            ["crossing_id"] = crossing.Id.ToString(),
            ["crossed_at"] = $"{crossing.CrossedAt.UtcDateTime:yyyy-MM-ddTHH:mmZ}",
            [watch.Kind == WatchKind.ArrivalDue ? "arrival_due_on" : "allowed_until"] = $"{watch.DueOn:yyyy-MM-dd}",
        };
        if (departure is not null)
            (facts["departure_id"], facts["channel"]) = (departure.Id.ToString(), departure.Channel);
        return facts;
    }

    /// <summary>The key of the question about what follows a crossing, or what that key begins with.</summary>
    public static string Key(Guid crossing) => $"crossing:{crossing:N}";
}
