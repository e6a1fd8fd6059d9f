using System.Security.Cryptography;

namespace Gms.Credentials;

/// <summary>Signed claims as text: a prefix that says what it is, then base45 of them, deflated where that makes it shorter.</summary>
static class SignedText
{
    const byte Zlib = 0x78;

    public static string Sign(string prefix, string type, byte[] claims, ECDsa key)
    {
        var signed = SignedCbor.Sign(claims, key, type);
        var deflated = PassText.Deflate(signed);
        return prefix + Base45.Encode(deflated.Length < signed.Length ? deflated : signed);
    }

    /// <summary>The signed claims, not yet believed.</summary>
    /// <param name="prefix">What it says that it is.</param>
    /// <param name="text">The text.</param>
    /// <param name="mostBytes">What inflates to more was made to exhaust its reader.</param>
    /// <exception cref="CredentialException">It is no such text, or its end is missing.</exception>
    public static SignedCbor Read(string prefix, string text, int mostBytes)
    {
        text = text.Trim();
        if (!text.StartsWith(prefix, StringComparison.Ordinal) || text.Length > PassText.MostCharacters)
            throw new CredentialException(CredentialFault.Unreadable);
        var bytes = Base45.Decode(text.AsSpan(prefix.Length));
        if (bytes.Length == 0)
            throw new CredentialException(CredentialFault.Truncated);
        return SignedCbor.Read(bytes[0] == Zlib ? PassText.Inflate(bytes, mostBytes) : bytes);
    }
}
