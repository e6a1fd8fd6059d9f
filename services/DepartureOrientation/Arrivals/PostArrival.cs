using Gms.DepartureOrientation.Curricula;
using Gms.DepartureOrientation.Sessions;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.Arrivals;

/// <summary>Who arrived and is to be oriented there: begins with an arrival, ends with attendance of a session after arrival, or with leaving the country.</summary>
public sealed class PostArrival(DepartureOrientationDb db, ArrivalDeadlines deadlines, TimeProvider clock)
{
    public const string Kind = "POST_ARRIVAL_MISSING";

    /// <summary>The beginning of the keys of a worker's work items in a country.</summary>
    public static string Key(string worker, string country) => $"{worker}:{country}:";

    /// <summary>Watches an arrival in another country than the worker's own, unless the worker was oriented there before, or is watched already.</summary>
    public async Task Arrived(string worker, string country, Guid crossing, DateOnly day, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(worker, cancel);
        if (numbers.Any(n => WorkerNumber.CountryOf(n) == country) || await IsKnown(numbers, country, cancel))
            return;
        db.Add(new ArrivalWatch { WorkerNumber = worker, Country = country, CrossingId = crossing, ArrivedOn = day, DueOn = day.AddDays(deadlines.Of(country, day).Days) });
    }

    async Task<bool> IsKnown(IReadOnlyList<string> numbers, string country, CancellationToken cancel)
    {
        if (await db.ArrivalWatches.AnyAsync(w => numbers.Contains(w.WorkerNumber) && w.Country == country, cancel))
            return true;
        foreach (var key in numbers.Select(n => Key(n, country)))
            if (await db.WorkItems.AnyAsync(i => i.Kind == Kind && i.State != WorkItemState.Closed && i.Key.StartsWith(key), cancel))
                return true;
        return await db.Enrolments.AnyAsync(e => numbers.Contains(e.WorkerNumber) && e.Country == country
            && db.Sessions.Any(s => s.Id == e.SessionId && s.Curriculum.Stage == Stage.PostArrival && e.Minutes * 100 >= s.Curriculum.TotalMinutes * s.Curriculum.MinimumShare), cancel);
    }

    /// <summary>A worker attended: where that was the share of a session after arrival, nobody waits for it any more.</summary>
    public async Task Oriented(Session session, Enrolment enrolment, CancellationToken cancel)
    {
        if (session.Curriculum.Stage == Stage.PostArrival && enrolment.Minutes >= session.Curriculum.MinutesNeeded)
            await End(enrolment.WorkerNumber, session.Country, "ORIENTED", "The worker attended a session after arrival.", cancel);
    }

    /// <summary>Nobody waits any more; a work item that says that it is late is settled.</summary>
    public async Task End(string worker, string country, string decision, string reason, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(worker, cancel);
        if (db.Database.CurrentTransaction is null)    // in a consumer or an import there is one
            await db.Begin(cancel);
        // Whoever makes work items of late ones may be at it in this moment: then the watch is gone and the item is there.
        string[] all = [.. numbers];
        foreach (var watch in await db.ArrivalWatches.FromSql($"SELECT * FROM arrival_watches WHERE worker_number = ANY ({all}) AND country = {country} FOR UPDATE").OrderBy(w => w.CrossingId).ToListAsync(cancel))
            db.Remove(watch);
        foreach (var number in numbers)
            await db.CloseWorkItems(Key(number, country), decision, reason, clock.GetUtcNow(), cancel);
    }
}
