using Gms.Credentials;
using Gms.Platform;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Passes;

partial class PassesService
{
    public override async Task<Proto.ListPassKeysResponse> ListPassKeys(Proto.ListPassKeysRequest request, ServerCallContext context)
    {
        if (request.Country.Length > 0)
            await keys.Current(Read.Country(request.Country, "country"), context.CancellationToken);
        var trust = await lists.Trust(context.CancellationToken);
        var region = keys.RegionKey.Key;
        return new()
        {
            Keys = { trust.Keys.Select(k => k.ToProto()) },
            TrustList = ByteString.CopyFrom(trust.Sign(region)),
            Anchor = PassProto.Point(PublicKey.Of(region)),
            IssuedAt = trust.IssuedAt.ToTimestamp(),
            ExpiresAt = trust.ExpiresAt.ToTimestamp(),
        };
    }
}
