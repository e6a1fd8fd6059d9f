using Gms.Credentials;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Passes;

partial class PassesService
{
    public override async Task<Proto.RotatePassKeyResponse> RotatePassKey(Proto.RotatePassKeyRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");

        var key = await keys.Rotate(country, clock.GetUtcNow(), context.CancellationToken);
        return await db.Commit(new Proto.RotatePassKeyResponse { KeyId = PassProto.IdOf(PublicKey.Of(key.Key)) }, context.CancellationToken);
    }
}
