using System.Security.Cryptography;

namespace Gms.Credentials;

/// <summary>A statement as text: "GMSI1:", then base45 of the signed claims, deflated where that makes it shorter.</summary>
public static class StatementText
{
    public const string Prefix = "GMSI1:";

    /// <summary>Fifty years of one month here and one there; what inflates to more was made to exhaust its reader.</summary>
    const int MostBytes = 16 * 1024;

    public static string Sign(InsuranceStatement statement, ECDsa key) => SignedText.Sign(Prefix, InsuranceStatement.Type, statement.ToClaims(), key);

    /// <summary>The signed claims, not yet believed.</summary>
    /// <exception cref="CredentialException">It is no statement, or its end is missing.</exception>
    public static SignedCbor Read(string text) => SignedText.Read(Prefix, text, MostBytes);
}
