using System.Formats.Cbor;
using System.Security.Cryptography;

namespace Gms.Credentials;

/// <summary>
/// Which passes were revoked: one bit for each index, as a signed CWT of the IETF Token Status List. Says nothing of who has which index, so
/// that it is for anybody. Signed by the country whose passes it is about.
/// </summary>
public sealed class StatusList
{
    public const string Type = "application/statuslist+cwt";

    /// <summary>How many passes one list is for. Full of random bits it is 8 KiB; as a rule a few hundred bytes.</summary>
    public const int Size = 65536;

    const int MostBytes = Size / 8;

    readonly byte[] _bits;

    public StatusList(string uri, IEnumerable<int> revoked, DateTimeOffset issuedAt, DateTimeOffset expiresAt) : this(uri, new byte[MostBytes], issuedAt, expiresAt)
    {
        foreach (var index in revoked)
            _bits[index >> 3] |= (byte)(1 << (index & 7));
    }

    StatusList(string uri, byte[] bits, DateTimeOffset issuedAt, DateTimeOffset expiresAt) => (Uri, _bits, IssuedAt, ExpiresAt) = (uri, bits, issuedAt, expiresAt);

    /// <summary>The list's name, which its passes say.</summary>
    public string Uri { get; }

    /// <summary>What was revoked up to here is in it.</summary>
    public DateTimeOffset IssuedAt { get; }

    /// <summary>From here on it is too old to say that a pass was not revoked.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>The name of a country's list: a name, not an address, since whoever checks offline has the list beside it.</summary>
    public static string UriOf(string country, int number) => $"urn:gms:status:{country}:{number}";

    /// <summary>Whether the pass of this index was revoked; null when the list does not reach that far.</summary>
    public bool? IsRevoked(int index) => index < 0 || index >= _bits.Length * 8 ? null : (_bits[index >> 3] & (1 << (index & 7))) != 0;

    public byte[] Sign(ECDsa key, TimeSpan timeToLive) => SignedCbor.Sign(Claims.Write(writer =>
    {
        writer.Text(Claims.Subject, Uri);
        writer.Time(Claims.Expires, ExpiresAt);
        writer.Time(Claims.IssuedAt, IssuedAt);
        writer.Number(Claims.TimeToLive, (long)timeToLive.TotalSeconds);
        writer.Map(Claims.StatusList, list =>
        {
            list.WriteTextString("bits");
            list.WriteInt32(1);
            list.WriteTextString("lst");
            list.WriteByteString(PassText.Deflate(_bits));
        });
    }), key, Type);

    /// <summary>A list and the country whose key signed it.</summary>
    /// <exception cref="CredentialException">It is no status list, or no key of the trust list signed it.</exception>
    public static (string Country, StatusList List) Read(byte[] bytes, TrustList trust)
    {
        var signed = SignedCbor.Read(bytes);
        signed.MustBeEs256();
        if (signed.Type != Type)
            throw new CredentialException(CredentialFault.Unreadable);
        var key = trust.Find(signed.KeyId) ?? throw new CredentialException(CredentialFault.KeyUnknown);
        if (key.CompromisedSince is not null)
            throw new CredentialException(CredentialFault.KeyCompromised);
        if (!signed.IsSignedBy(key.Key))
            throw new CredentialException(CredentialFault.Forged);
        return (key.Country, Claims.Parse(signed.Payload, FromClaims));
    }

    static StatusList FromClaims(CborReader reader)
    {
        var uri = "";
        DateTimeOffset issued = default, expires = default;
        byte[]? bits = null;
        Claims.Read(reader, (claim, value) =>
        {
            switch (claim)
            {
                case Claims.Subject: uri = value.ReadTextString(); break;
                case Claims.IssuedAt: issued = value.ReadTime(); break;
                case Claims.Expires: expires = value.ReadTime(); break;
                case Claims.StatusList: bits = ReadBits(value); break;
                default: value.SkipValue(); break;
            }
        });
        return new(uri, bits ?? throw new CredentialException(CredentialFault.Unreadable), issued, expires);
    }

    static byte[] ReadBits(CborReader reader)
    {
        byte[] list = [];
        var width = 0;
        reader.ReadStartMap();
        while (reader.PeekState() != CborReaderState.EndMap)
            switch (reader.ReadTextString())
            {
                case "bits":
                    width = reader.ReadInt32();
                    break;
                case "lst":
                    list = PassText.Inflate(reader.ReadByteString(), MostBytes);
                    break;
                default:
                    reader.SkipValue();
                    break;
            }
        reader.ReadEndMap();
        return width == 1 ? list : throw new CredentialException(CredentialFault.Unreadable);
    }
}
