using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tokens;

partial class TokensService
{
    public override async Task<Proto.RotateKeysResponse> RotateKeys(Proto.RotateKeysRequest request, ServerCallContext context)
    {
        call.MustReach(new Reach());    // held by no country: only a regional body's administrator reaches it

        var key = await ring.Rotate(db, clock.Now, context.CancellationToken);
        return await db.Commit(new Proto.RotateKeysResponse { KeyId = key.KeyId, Version = key.Version }, context.CancellationToken);
    }
}
