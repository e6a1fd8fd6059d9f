using System.Security.Cryptography;

namespace Gms.Credentials;

/// <summary>A statement as text: "GMSI1:", then base45 of the signed claims, deflated where that makes it shorter.</summary>
public static class StatementText
{
    public const string Prefix = "GMSI1:";

    /// <summary>Fifty years of one month here and one there; what inflates to more was made to exhaust its reader.</summary>
    const int MostBytes = 16 * 1024;

    const byte Zlib = 0x78;

    public static string Sign(InsuranceStatement statement, ECDsa key)
    {
        var signed = SignedCbor.Sign(statement.ToClaims(), key, InsuranceStatement.Type);
        var deflated = PassText.Deflate(signed);
        return Prefix + Base45.Encode(deflated.Length < signed.Length ? deflated : signed);
    }

    /// <summary>The signed claims, not yet believed.</summary>
    /// <exception cref="CredentialException">It is no statement, or its end is missing.</exception>
    public static SignedCbor Read(string text)
    {
        text = text.Trim();
        if (!text.StartsWith(Prefix, StringComparison.Ordinal) || text.Length > PassText.MostCharacters)
            throw new CredentialException(CredentialFault.Unreadable);
        var bytes = Base45.Decode(text.AsSpan(Prefix.Length));
        if (bytes.Length == 0)
            throw new CredentialException(CredentialFault.Truncated);
        return SignedCbor.Read(bytes[0] == Zlib ? PassText.Inflate(bytes, MostBytes) : bytes);
    }
}
