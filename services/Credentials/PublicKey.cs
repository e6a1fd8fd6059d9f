using System.Formats.Cbor;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;

namespace Gms.Credentials;

/// <summary>The public half of an ES256 key: a point of P-256.</summary>
public sealed class PublicKey
{
    const int IdLength = 8;

    public PublicKey(byte[] x, byte[] y) => (X, Y, Id) = (x, y, IdOf(x, y));

    public byte[] X { get; }

    public byte[] Y { get; }

    /// <summary>The key's id in every signature: the first eight bytes of its COSE key thumbprint (RFC 9679).</summary>
    public byte[] Id { get; }

    /// <summary>Kept for as long as the key is: a signer asks for each pass.</summary>
    static readonly ConditionalWeakTable<ECDsa, PublicKey> Known = [];

    public static PublicKey Of(ECDsa key) => Known.GetValue(key, Export);

    static PublicKey Export(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        return new(point.X!, point.Y!);
    }

    public ECDsa ToECDsa() => ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = X, Y = Y } });

    static byte[] IdOf(byte[] x, byte[] y)
    {
        var writer = new CborWriter(CborConformanceMode.Strict);
        writer.WriteStartMap(4);
        writer.WriteInt32(1);
        writer.WriteInt32(2);
        writer.WriteInt32(-1);
        writer.WriteInt32(1);
        writer.WriteInt32(-2);
        writer.WriteByteString(x);
        writer.WriteInt32(-3);
        writer.WriteByteString(y);
        writer.WriteEndMap();
        return SHA256.HashData(writer.Encode())[..IdLength];
    }
}
