using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Reintegration.V1;

namespace Gms.Reintegration.Grants;

partial class GrantsService
{
    public override async Task<Proto.ReturnGrantResponse> ReturnGrant(Proto.ReturnGrantRequest request, ServerCallContext context)
    {
        var amount = Read.Money(request.Amount, "amount");
        var on = Read.Day(request.ReturnedOn, "returned_on");
        var (grant, held) = await Find(Read.Id(request.GrantId, "grant_id"), context.CancellationToken);

        Refuse.IfAny(GrantRules.ToReturn(grant, amount, on, clock.TodayIn(held.Country)));

        grant.Return(on, amount.Minor);
        return await Answer(grant, held, state => new Proto.ReturnGrantResponse { State = state }, context.CancellationToken);
    }
}
