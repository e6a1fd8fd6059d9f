using Gms.Credentials;
using Gms.Platform;
using Gms.Registry.V1;
using Gms.Type.V1;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>The keys by which certificates are checked with no network: each country's credential key, which signs its passes too. The trust list is Registry's, and a key that is not on it signs nothing here.</summary>
sealed class CertificateKeys(IKeys keys, IPeers peers)
{
    const int Coordinate = 32;

    /// <summary>The key of a country, when whoever checks will find it on the trust list.</summary>
    public async Task<SigningKey> Current(string country, CancellationToken cancel)
    {
        var key = keys.Current(KeyKind.Credential, country);
        var known = (await Trust(country, cancel)).Find(PublicKey.Of(key.Key).Id);
        return known is { CompromisedSince: null } && known.Country == country ? key : throw Refuse.Unavailable(CertificateProblems.CertificateKeyNotOnRecord());
    }

    public async Task<TrustList> Trust(string? country, CancellationToken cancel)
    {
        var listed = await new Passes.PassesClient(peers.To("Registry", Purpose.BorderControl)).ListPassKeysAsync(new() { Country = country ?? "" }, cancellationToken: cancel);
        return new([.. listed.Keys.Select(Trusted)], listed.IssuedAt.ToDateTimeOffset(), listed.ExpiresAt.ToDateTimeOffset());
    }

    static TrustedKey Trusted(PassKey key)
    {
        var point = key.PublicKey.ToByteArray();
        return new(key.Country, new(point[1..(Coordinate + 1)], point[(Coordinate + 1)..]), key.ValidFrom.ToDateTimeOffset(), key.RetiredAt?.ToDateTimeOffset(), key.CompromisedSince?.ToDateTimeOffset());
    }
}
