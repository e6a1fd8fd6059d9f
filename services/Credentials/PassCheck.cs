namespace Gms.Credentials;

/// <summary>What a check came to.</summary>
/// <param name="Fault">Null for a valid pass.</param>
/// <param name="Pass">The pass as it says, to compare with the paper; null when it is not sure that its country issued it.</param>
/// <param name="AsOf">The time of the status list; null when there was none.</param>
public sealed record PassVerdict(CredentialFault? Fault, DeparturePass? Pass = null, DateTimeOffset? AsOf = null)
{
    public string Code => PassCodes.Of(Fault);
}

/// <summary>
/// Checks passes against what was carried here beforehand. Pure: the same lists and the same time give the same verdict, in an office as at a
/// post without a network. Forged comes first, then revoked, then the days; what no list tells is unknown, never valid.
/// </summary>
public sealed class PassCheck
{
    readonly TrustList _trust;
    readonly CarriedStatus _lists;

    /// <param name="trust">The trust list.</param>
    /// <param name="statusLists">Status lists as they were carried; of two for the same passes the newer counts, and one that is not rightly signed does not.</param>
    public PassCheck(TrustList trust, IEnumerable<byte[]> statusLists) => (_trust, _lists) = (trust, new(trust, statusLists));

    /// <summary>With one list whose origin is sure, or with none.</summary>
    public PassCheck(TrustList trust, string? country = null, StatusList? list = null) => (_trust, _lists) = (trust, new(country, list));

    public PassVerdict Check(string text, DateTimeOffset now)
    {
        try
        {
            var pass = Authentic(PassText.Read(text), now);
            var list = _lists.Of(pass.StatusUri, pass.Origin);
            return new(Standing(pass, list, now), pass, list?.IssuedAt);
        }
        catch (CredentialException refused)
        {
            return new(refused.Fault);
        }
    }

    DeparturePass Authentic(SignedCbor signed, DateTimeOffset now)
    {
        var key = Genuine.By(signed, _trust, now);
        var pass = signed.Type.Length == 0 ? DeparturePass.FromClaims(signed.Payload) : throw new CredentialException(CredentialFault.Unreadable);
        Genuine.MustFit(key, pass.Origin, pass.IssuedAt);
        return pass;
    }

    CredentialFault? Standing(DeparturePass pass, StatusList? list, DateTimeOffset now)
    {
        var revoked = list?.IsRevoked(pass.StatusIndex);
        if (revoked == true)
            return CredentialFault.Revoked;
        if (now >= pass.ExpiresAt)
            return CredentialFault.Expired;
        if (now < pass.NotBefore)
            return CredentialFault.NotYetValid;
        return revoked is null || list!.ExpiresAt <= now || Genuine.IsBehind(now, _trust, list) ? CredentialFault.StatusUnknown : null;
    }
}
