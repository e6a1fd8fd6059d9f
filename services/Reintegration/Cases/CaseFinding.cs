using Gms.Platform;
using Microsoft.EntityFrameworkCore;

namespace Gms.Reintegration.Cases;

/// <summary>The case within which a call works, if its caller may touch it.</summary>
static class CaseFinding
{
    public static async Task<Case> CaseFor(this ReintegrationDb db, Call call, Guid id, CancellationToken cancel)
    {
        var held = await db.Cases.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.CaseNotFound());
        call.MustReach(held.Reach, Problems.CaseNotFound());
        return held;
    }

    /// <summary>The case as it stands, and so until the commit: who opens something in it and who closes it or erases its person wait for one another.</summary>
    public static async Task Hold(this ReintegrationDb db, Case held, CancellationToken cancel)
    {
        await db.Begin(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT FROM cases WHERE id = {held.Id} FOR NO KEY UPDATE", cancel);
        await db.Entry(held).ReloadAsync(cancel);
    }
}
