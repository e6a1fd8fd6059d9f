using System.Formats.Cbor;
using System.Security.Cryptography;
using Gms.Credentials;

namespace Gms.Platform.Tests.Credentials;

/// <summary>A Lao pass, the keys and lists around it, and the ways to forge it.</summary>
static class GivenPass
{
    public static readonly DateTimeOffset Now = new(2026, 12, 1, 3, 0, 0, TimeSpan.Zero);
    public static readonly ECDsa Region = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly ECDsa Lao = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly ECDsa Thai = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    public static readonly ECDsa Stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public static DeparturePass Pass { get; } = new()
    {
        PassId = Guid.Parse("019a0000-0000-7000-8000-0000000000b1"),
        WorkerNumber = "LA-7KQ2-M9XD-R",
        MaskedName = "E*** P***",
        BirthYear = 1999,
        Sex = "F",
        DocumentKind = "PASSPORT",
        DocumentEnd = "4567",
        Origin = "LA",
        Destination = "TH",
        Channel = "MOU_S59",
        Checkpoint = "TH-LA-01",
        Employer = "Example Garment Co., Ltd.",
        ContractHash = Convert.FromHexString("0011223344556677"),
        Coverage = PassMark.Pass,
        Orientation = PassMark.Unknown,
        IssuedAt = Now.AddDays(-7),
        NotBefore = Now.AddHours(-10),
        ExpiresAt = Now.AddDays(30),
        StatusUri = StatusList.UriOf("LA", 0),
        StatusIndex = 4711,
    };

    public static TrustedKey Trusted(string country, ECDsa key, DateTimeOffset? retired = null, DateTimeOffset? compromised = null, DateTimeOffset? from = null) =>
        new(country, PublicKey.Of(key), from ?? DateTimeOffset.UnixEpoch, retired, compromised);

    public static TrustList Trust(params TrustedKey[] keys) =>
        new(keys.Length > 0 ? keys : [Trusted("LA", Lao), Trusted("TH", Thai)], Now.AddDays(-1), Now.AddDays(29));

    public static byte[] Status(ECDsa? key = null, string country = "LA", DateTimeOffset? at = null, DateTimeOffset? expires = null, params int[] revoked) =>
        new StatusList(StatusList.UriOf(country, 0), revoked, at ?? Now.AddHours(-2), expires ?? Now.AddDays(7)).Sign(key ?? Lao, TimeSpan.FromMinutes(5));

    public static string Text(DeparturePass? pass = null, ECDsa? key = null) => PassText.Sign(pass ?? Pass, key ?? Lao);

    /// <summary>The claims under headers of the forger's own, with whatever signature.</summary>
    public static string Under(int? algorithm, byte[] signature, bool mac = false, bool algorithmBeside = false, ECDsa? keyNamed = null)
    {
        var headers = new CborWriter();
        headers.WriteStartMap(algorithm is null || algorithmBeside ? 1 : 2);
        if (algorithm is { } signed && !algorithmBeside)
        {
            headers.WriteInt32(1);
            headers.WriteInt32(signed);
        }
        headers.WriteInt32(4);
        headers.WriteByteString(PublicKey.Of(keyNamed ?? Lao).Id);
        headers.WriteEndMap();

        var writer = new CborWriter();
        writer.WriteTag((CborTag)(mac ? 17 : 18));
        writer.WriteStartArray(4);
        writer.WriteByteString(headers.Encode());
        writer.WriteStartMap(algorithmBeside ? 1 : 0);
        if (algorithmBeside)
        {
            writer.WriteInt32(1);
            writer.WriteInt32(algorithm!.Value);
        }
        writer.WriteEndMap();
        writer.WriteByteString(Pass.ToClaims());
        writer.WriteByteString(signature);
        writer.WriteEndArray();
        return PassText.Write(writer.Encode());
    }

    /// <summary>What a forger who has only the public key can make: HMAC keyed with it.</summary>
    public static byte[] MacWithPublicKey()
    {
        var key = PublicKey.Of(Lao);
        return HMACSHA256.HashData((byte[])[.. key.X, .. key.Y], Pass.ToClaims());
    }
}
