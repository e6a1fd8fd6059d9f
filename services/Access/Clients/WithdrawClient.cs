using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.Clients;

partial class ClientsService
{
    public override async Task<Proto.WithdrawClientResponse> WithdrawClient(Proto.WithdrawClientRequest request, ServerCallContext context)
    {
        var client = await Find(Read.Id(request.ClientId, "client_id"), context.CancellationToken);
        client.Withdraw(clock.GetUtcNow());
        return await db.Commit(new Proto.WithdrawClientResponse { ClientId = client.Id.ToString() }, context.CancellationToken);
    }
}
