using System.IO.Compression;
using System.Security.Cryptography;

namespace Gms.Credentials;

/// <summary>A pass as the text of its QR code: "GMSP1:", then base45 of the signed claims, deflated (zlib) where it is long and that makes it shorter.</summary>
public static class PassText
{
    public const string Prefix = "GMSP1:";

    /// <summary>A pass inflates to a few hundred bytes; a text that inflates to more was made to exhaust its reader.</summary>
    const int MostBytes = 4096;

    /// <summary>The longest text that is looked at; a QR code of version 15-M holds 600 characters.</summary>
    public const int MostCharacters = 6000;

    /// <summary>A third of a usual pass is a signature and ids, which do not shrink: to try costs more than to sign.</summary>
    const int WorthDeflating = 320;

    const byte Zlib = 0x78;

    public static string Sign(DeparturePass pass, ECDsa key) => Write(SignedCbor.Sign(pass.ToClaims(), key));

    public static string Write(byte[] signed)
    {
        var deflated = signed.Length > WorthDeflating ? Deflate(signed) : signed;
        return Prefix + Base45.Encode(deflated.Length < signed.Length ? deflated : signed);
    }

    /// <summary>The signed claims, not yet believed.</summary>
    /// <exception cref="CredentialException">It is no pass, or its end is missing.</exception>
    public static SignedCbor Read(string text)
    {
        text = text.Trim();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > MostCharacters)
            throw new CredentialException(CredentialFault.Unreadable);
        var bytes = Base45.Decode(text.AsSpan(Prefix.Length));
        if (bytes.Length == 0)
            throw new CredentialException(CredentialFault.Truncated);
        return SignedCbor.Read(bytes[0] == Zlib ? Inflate(bytes, MostBytes) : bytes);
    }

    internal static byte[] Deflate(byte[] bytes)
    {
        using var into = new MemoryStream();
        using (var zlib = new ZLibStream(into, CompressionLevel.SmallestSize))
            zlib.Write(bytes);
        return into.ToArray();
    }

    internal static byte[] Inflate(byte[] bytes, int most)
    {
        try
        {
            using var zlib = new ZLibStream(new MemoryStream(bytes), CompressionMode.Decompress);
            var plain = new byte[most + 1];
            var length = zlib.ReadAtLeast(plain, plain.Length, throwOnEndOfStream: false);
            return length <= most ? plain[..length] : throw new CredentialException(CredentialFault.Unreadable);
        }
        catch (InvalidDataException)
        {
            throw new CredentialException(CredentialFault.Unreadable);
        }
    }
}
