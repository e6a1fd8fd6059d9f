using Gms.Access.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.Reminders;

/// <summary>Writes down that workers are to be reminded: once of a kind about one thing.</summary>
sealed class NewReminders(AccessDb db, RealTime clock)
{
    /// <param name="kind">What there is to read.</param>
    /// <param name="country">In whose hours it is sent.</param>
    /// <param name="until">From then on it is of use to nobody.</param>
    /// <param name="all">The workers, and for each what exactly it is about.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task Add(ReminderKind kind, string country, DateTimeOffset until, IReadOnlyList<(string Worker, string About)> all, CancellationToken cancel)
    {
        string[] abouts = [.. all.Select(r => r.About)];
        var there = await db.Reminders.Where(r => r.Kind == kind && abouts.Contains(r.About)).Select(r => r.About).ToListAsync(cancel);
        var now = clock.Now;
        db.Reminders.AddRange(all.Where(r => !there.Contains(r.About)).DistinctBy(r => r.About).Select(r => new Reminder
        {
            Kind = kind,
            About = r.About,
            WorkerNumber = r.Worker,
            Country = country,
            MadeAt = now,
            ExpiresAt = until.ToUniversalTime(),
            NextAttemptAt = now,
        }));
        await db.Commit(cancel);
    }
}
