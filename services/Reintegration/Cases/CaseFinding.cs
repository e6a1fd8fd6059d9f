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
}
