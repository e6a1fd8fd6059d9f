using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Cases;

/// <summary>
/// A return that is told by event and its worker at the office, at the same moment, are one coming home: neither would see the other's case before both are saved.
/// So a case is opened or reopened by hand by one caller at a time in a country, and by nobody while an event opens some; events wait for no other event.
/// </summary>
static class Openings
{
    public static async Task OneOpeningAtATime(this ReintegrationDb db, string country, CancellationToken cancel)
    {
        await db.Begin(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({country}, 9))", cancel);
    }

    /// <summary>Within the transaction of the event.</summary>
    public static Task OpensBesideOthers(this ServiceDb db, string country, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared(hashtextextended({country}, 9))", cancel);
}
