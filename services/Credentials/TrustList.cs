using System.Formats.Cbor;
using System.Security.Cryptography;

namespace Gms.Credentials;

/// <summary>A key that signs for a country.</summary>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Key">The public key.</param>
/// <param name="ValidFrom">What it signed before is not taken.</param>
/// <param name="RetiredAt">It signs nothing from here on; what it signed before stays good. Null while it signs.</param>
/// <param name="CompromisedSince">Since when somebody else may have it; null as a rule. Nothing that such a key signed is taken, whatever day it says: whoever has the key writes the day too.</param>
public sealed record TrustedKey(string Country, PublicKey Key, DateTimeOffset ValidFrom, DateTimeOffset? RetiredAt = null, DateTimeOffset? CompromisedSince = null);

/// <summary>Which keys sign for which country. Signed itself with the region's key, which a checker holds beforehand (the anchor), so that it can be carried on any medium.</summary>
public sealed class TrustList(IReadOnlyList<TrustedKey> keys, DateTimeOffset issuedAt, DateTimeOffset expiresAt)
{
    public const string Type = "application/gms-trust-list+cwt";

    const string Issuer = "GMS";
    const int Country = 1, X = 2, Y = 3, From = 4, Retired = 5, Compromised = 6;

    readonly Dictionary<string, TrustedKey> _byId = keys.ToDictionary(k => Convert.ToHexString(k.Key.Id));

    public IReadOnlyList<TrustedKey> Keys { get; } = keys;

    public DateTimeOffset IssuedAt { get; } = issuedAt;

    /// <summary>A list older than this is not relied on.</summary>
    public DateTimeOffset ExpiresAt { get; } = expiresAt;

    public TrustedKey? Find(byte[] id) => _byId.GetValueOrDefault(Convert.ToHexString(id));

    public byte[] Sign(ECDsa region) => SignedCbor.Sign(Claims.Write(writer =>
    {
        writer.Text(Claims.Issuer, Issuer);
        writer.Time(Claims.Expires, ExpiresAt);
        writer.Time(Claims.IssuedAt, IssuedAt);
        writer.WriteInt32(Claims.Ours);
        writer.WriteStartArray(Keys.Count);
        foreach (var key in Keys)
        {
            writer.WriteStartMap(null);
            writer.Text(Country, key.Country);
            writer.Bytes(X, key.Key.X);
            writer.Bytes(Y, key.Key.Y);
            writer.Time(From, key.ValidFrom);
            writer.Time(Retired, key.RetiredAt);
            writer.Time(Compromised, key.CompromisedSince);
            writer.WriteEndMap();
        }
        writer.WriteEndArray();
    }), region, Type);

    /// <param name="bytes">The list as it was carried.</param>
    /// <param name="anchor">The region's key.</param>
    /// <exception cref="CredentialException">It is no trust list, or the region did not sign it.</exception>
    public static TrustList Read(byte[] bytes, PublicKey anchor)
    {
        var signed = SignedCbor.Read(bytes);
        signed.MustBeEs256();
        if (signed.Type != Type)
            throw new CredentialException(CredentialFault.Unreadable);
        if (!signed.IsSignedBy(anchor))
            throw new CredentialException(CredentialFault.Forged);
        return Claims.Parse(signed.Payload, reader =>
        {
            DateTimeOffset issued = default, expires = default;
            List<TrustedKey> keys = [];
            Claims.Read(reader, (claim, value) =>
            {
                if (claim == Claims.IssuedAt)
                    issued = value.ReadTime();
                else if (claim == Claims.Expires)
                    expires = value.ReadTime();
                else if (claim == Claims.Ours)
                    ReadKeys(value, keys);
                else
                    value.SkipValue();
            });
            return new TrustList(keys, issued, expires);
        });
    }

    static void ReadKeys(CborReader reader, List<TrustedKey> keys)
    {
        reader.ReadStartArray();
        while (reader.PeekState() != CborReaderState.EndArray)
        {
            string country = "";
            byte[] x = [], y = [];
            DateTimeOffset from = default;
            DateTimeOffset? retired = null, compromised = null;
            Claims.Read(reader, (claim, value) =>
            {
                switch (claim)
                {
                    case Country: country = value.ReadTextString(); break;
                    case X: x = value.ReadByteString(); break;
                    case Y: y = value.ReadByteString(); break;
                    case From: from = value.ReadTime(); break;
                    case Retired: retired = value.ReadTime(); break;
                    case Compromised: compromised = value.ReadTime(); break;
                    default: value.SkipValue(); break;
                }
            });
            keys.Add(new(country, new(x, y), from, retired, compromised));
        }
        reader.ReadEndArray();
    }
}
