using System.Globalization;
using Gms.Access.Tokens;
using Gms.Events.Registry;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.Reminders;

/// <summary>Has a worker reminded that a stay ends: once for each last day, until that day is over.</summary>
sealed class OnStayEndNeared(AccessDb db, RealTime clock) : IHandle<StayEndNeared>
{
    public async Task Handle(StayEndNeared happened, CancellationToken cancel)
    {
        var about = string.Create(CultureInfo.InvariantCulture, $"{happened.CrossingId:N}:{happened.Until:yyyyMMdd}");
        var now = clock.Now;
        if (!await db.Reminders.AnyAsync(r => r.Kind == ReminderKind.StayEnd && r.About == about, cancel))
            db.Reminders.Add(new()
            {
                Kind = ReminderKind.StayEnd,
                About = about,
                WorkerNumber = happened.WorkerNumber,
                Country = happened.Country,
                MadeAt = now,
                ExpiresAt = happened.Until.AddDays(1).StartIn(happened.Country).ToUniversalTime(),
                NextAttemptAt = now,
            });
        await db.Commit(cancel);
    }
}
