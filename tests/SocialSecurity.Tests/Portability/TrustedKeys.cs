using Gms.Credentials;
using Gms.Platform;
using Gms.Registry.V1;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.SocialSecurity.Tests.Portability;

/// <summary>Stands in for Registry's trust list: with the keys of the countries named, as the service's own key folder has them.</summary>
static class TrustedKeys
{
    public static TrustList Trust(this SocialSecurityHost host, params string[] countries)
    {
        var now = Given.Now;
        var keys = countries.Select(c => new TrustedKey(c, PublicKey.Of(host.Services.GetRequiredService<IKeys>().Current(KeyKind.Credential, c).Key), DateTimeOffset.UnixEpoch)).ToList();
        host.Peers.Answer("/gms.registry.v1.Passes/ListPassKeys", (ListPassKeysRequest _) => new ListPassKeysResponse
        {
            Keys = { keys.Select(k => new PassKey { Country = k.Country, KeyId = Convert.ToHexStringLower(k.Key.Id), PublicKey = ByteString.CopyFrom([4, .. k.Key.X, .. k.Key.Y]), ValidFrom = k.ValidFrom.ToTimestamp() }) },
            IssuedAt = now.ToTimestamp(),
            ExpiresAt = now.AddDays(30).ToTimestamp(),
        });
        return new(keys, now, now.AddDays(30));
    }
}
