using Gms.Platform;
using Gms.Reintegration.Cases;
using Gms.Reintegration.Casework;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Claims;

/// <summary>The calls of protos/gms/reintegration/v1/claims.proto, one file each in this folder.</summary>
public sealed partial class ClaimsService(ReintegrationDb db, Call call, TimeProvider clock, IPeers peers, CaseworkRules rules, ProgrammeRules programmes, CaseWords words) : Proto.Claims.ClaimsBase
{
    void Add(Claim claim, Case held, ClaimState state, string next, Money? amount, string note)
    {
        var told = words.ToWrite(held);
        claim.Move(state, told.Seal(next, claim.Id), amount, told.Seal(note, claim.Id), call.Caller.Account, claim.OpenedOn);
        db.Add(claim);
        db.Begin(rules, Step.ClaimStep, claim.Id, held, claim.OpenedOn);
    }

    static Proto.ClaimState ToProto(ClaimState state) => Enum.Parse<Proto.ClaimState>(state.ToString());
}
