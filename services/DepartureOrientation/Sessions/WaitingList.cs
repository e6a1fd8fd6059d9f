using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.DepartureOrientation.Sessions;

/// <summary>Who waits for a place. Everything here happens under the lock of the session's row, so that places go in order.</summary>
static class WaitingList
{
    /// <summary>Nobody else gives, takes or frees a place of this session until the commit.</summary>
    public static async Task LockSession(this DepartureOrientationDb db, Guid session, CancellationToken cancel)
    {
        await db.Begin(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM sessions WHERE id = {session} FOR UPDATE", cancel);
    }

    public static async Task<int> NextNumber(this DepartureOrientationDb db, Guid session, CancellationToken cancel) =>
        (await db.Enrolments.Where(e => e.SessionId == session).MaxAsync(e => e.WaitingNumber, cancel) ?? 0) + 1;

    /// <summary>
    /// Gives the free places to those who wait, in order. Whoever has got a place elsewhere at that time is passed over and goes on waiting. What frees
    /// the places is saved before.
    /// </summary>
    public static async Task<IReadOnlyList<Enrolment>> MoveUp(this DepartureOrientationDb db, Guid session, CancellationToken cancel)
    {
        var free = await db.Database.SqlQuery<int>($"""SELECT places - enrolled AS "Value" FROM sessions WHERE id = {session} AND state = 'Planned'""").SingleOrDefaultAsync(cancel);
        if (free <= 0)
            return [];
        var moved = await db.Enrolments.FromSql(
            $"""
            SELECT w.*, w.xmin FROM enrolments w
            WHERE w.session_id = {session} AND w.state = 'Waiting' AND NOT EXISTS (
                SELECT FROM enrolments o
                WHERE o.worker_number = ANY (worker_numbers(w.worker_number)) AND o.state = 'Placed' AND o.at_set_times AND w.at_set_times
                    AND tstzrange(o.starts_at, o.ends_at) && tstzrange(w.starts_at, w.ends_at))
            ORDER BY w.waiting_number LIMIT {free}
            """).ToListAsync(cancel);
        foreach (var enrolment in moved)
            enrolment.MoveUp();
        return [.. moved.OrderBy(e => e.WaitingNumber)];
    }
}
