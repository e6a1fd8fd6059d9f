using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

/// <summary>The calls of protos/gms/reintegration/v1/cases.proto, one file each in this folder.</summary>
public sealed partial class CasesService(ReintegrationDb db, Call call, TimeProvider clock, IPeers peers, Offers offers) : Proto.Cases.CasesBase
{
    async Task<Case> Find(IQueryable<Case> cases, Guid id, CancellationToken cancel)
    {
        var held = await cases.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.CaseNotFound());
        call.MustReach(held.Reach, Problems.CaseNotFound());
        return held;
    }
}
