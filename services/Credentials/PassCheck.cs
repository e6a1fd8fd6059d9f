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
    readonly Dictionary<string, (string Country, StatusList List)> _lists = [];

    /// <param name="trust">The trust list.</param>
    /// <param name="statusLists">Status lists as they were carried; of two for the same passes the newer counts, and one that is not rightly signed does not.</param>
    public PassCheck(TrustList trust, IEnumerable<byte[]> statusLists)
    {
        _trust = trust;
        foreach (var bytes in statusLists)
            try
            {
                var (country, list) = StatusList.Read(bytes, trust);
                if (!_lists.TryGetValue(list.Uri, out var other) || other.List.IssuedAt < list.IssuedAt)
                    _lists[list.Uri] = (country, list);
            }
            catch (CredentialException)
            {
                // Not a list: its passes are of unknown status, which is said of each.
            }
    }

    /// <summary>With one list whose origin is sure, or with none.</summary>
    public PassCheck(TrustList trust, string? country = null, StatusList? list = null)
    {
        _trust = trust;
        if (country is not null && list is not null)
            _lists[list.Uri] = (country, list);
    }

    public PassVerdict Check(string text, DateTimeOffset now)
    {
        try
        {
            var pass = Authentic(PassText.Read(text), now);
            var list = _lists.TryGetValue(pass.StatusUri, out var found) && found.Country == pass.Origin ? found.List : null;
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

    static CredentialFault? Standing(DeparturePass pass, StatusList? list, DateTimeOffset now)
    {
        var revoked = list?.IsRevoked(pass.StatusIndex);
        if (revoked == true)
            return CredentialFault.Revoked;
        if (now >= pass.ExpiresAt)
            return CredentialFault.Expired;
        if (now < pass.NotBefore)
            return CredentialFault.NotYetValid;
        return revoked is null || list!.ExpiresAt <= now ? CredentialFault.StatusUnknown : null;
    }
}
