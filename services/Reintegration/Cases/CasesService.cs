using Gms.Platform;
using Gms.Reintegration.Casework;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Cases;

/// <summary>The calls of protos/gms/reintegration/v1/cases.proto, one file each in this folder.</summary>
public sealed partial class CasesService(ReintegrationDb db, Call call, TimeProvider clock, IPeers peers, CaseIntake intake, CaseWords words) : Proto.Cases.CasesBase
{
    CaseworkRules Rules => intake.Rules;

    async Task<Case> Find(IQueryable<Case> cases, Guid id, CancellationToken cancel)
    {
        var held = await cases.SingleOrDefaultAsync(c => c.Id == id, cancel) ?? throw Refuse.NotFound(Problems.CaseNotFound());
        call.MustReach(held.Reach, Problems.CaseNotFound());
        return held;
    }
}
