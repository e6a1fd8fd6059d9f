using Gms.Access.Accounts;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.Clients;

partial class ClientsService
{
    public override async Task<Proto.RenewClientSecretResponse> RenewClientSecret(Proto.RenewClientSecretRequest request, ServerCallContext context)
    {
        var client = await Find(Read.Id(request.ClientId, "client_id"), context.CancellationToken);
        if (client.WithdrawnAt is not null)
            throw Refuse.NotNow(Problems.ClientWithdrawn());

        var secret = Passwords.NewSecret();
        client.SetSecret(secret);

        // The secret goes into the answer only now: what is kept for a repeat does not hold it.
        var kept = new Proto.RenewClientSecretResponse { ClientId = client.Id.ToString() };
        var answer = await db.Commit(kept, context.CancellationToken);
        if (ReferenceEquals(answer, kept))
            answer.Secret = secret;
        return answer;
    }
}
