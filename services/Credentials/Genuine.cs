namespace Gms.Credentials;

/// <summary>Whether a signed text was signed by a country that may: the same for a pass and for a statement.</summary>
static class Genuine
{
    /// <summary>Clocks of devices differ by so much.</summary>
    static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Whether a list was issued after <paramref name="now"/>: then the clock is behind, and no day that it compares with is sure.</summary>
    public static bool IsBehind(DateTimeOffset now, TrustList trust, StatusList list) => trust.IssuedAt > now + ClockSkew || list.IssuedAt > now + ClockSkew;

    /// <returns>The key that signed it.</returns>
    /// <exception cref="CredentialException">It is not to be believed.</exception>
    public static TrustedKey By(SignedCbor signed, TrustList trust, DateTimeOffset now)
    {
        signed.MustBeEs256();
        if (trust.ExpiresAt <= now || trust.Find(signed.KeyId) is not { } key)
            throw new CredentialException(CredentialFault.KeyUnknown);
        if (key.CompromisedSince is not null)
            throw new CredentialException(CredentialFault.KeyCompromised);
        return signed.IsSignedBy(key.Key) ? key : throw new CredentialException(CredentialFault.Forged);
    }

    /// <summary>What the text says of itself against the key that signed it.</summary>
    public static void MustFit(TrustedKey key, string country, DateTimeOffset issuedAt)
    {
        if (country != key.Country)
            throw new CredentialException(CredentialFault.KeyOfAnotherCountry);
        if (issuedAt < key.ValidFrom || issuedAt > key.RetiredAt)
            throw new CredentialException(CredentialFault.KeyNotInUse);
    }
}
