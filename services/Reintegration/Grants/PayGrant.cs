using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Grants;

partial class GrantsService
{
    public override async Task<Proto.PayGrantResponse> PayGrant(Proto.PayGrantRequest request, ServerCallContext context)
    {
        var paidOn = Read.Day(request.PaidOn, "paid_on");
        var evidence = Read.Text(request.Evidence, "evidence", 120);
        var (grant, held) = await Find(Read.Id(request.GrantId, "grant_id"), context.CancellationToken);

        Refuse.IfAny(GrantRules.ToPay(grant, held, paidOn, clock.TodayIn(held.Country)));

        grant.Pay(paidOn, evidence);
        return await Answer(grant, held, state => new Proto.PayGrantResponse { State = state }, context.CancellationToken);
    }
}
