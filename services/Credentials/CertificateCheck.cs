namespace Gms.Credentials;

/// <summary>What a check came to.</summary>
/// <param name="Fault">Null for a certificate that holds.</param>
/// <param name="Certificate">What it says; null when it is not sure that its country issued it.</param>
/// <param name="AsOf">The time of the status list; null when there was none.</param>
/// <param name="OtherWorker">True when it is another worker's than the one who shows it.</param>
public sealed record CertificateVerdict(CredentialFault? Fault, OrientationCertificate? Certificate = null, DateTimeOffset? AsOf = null, bool OtherWorker = false)
{
    public bool Holds => Fault is null && !OtherWorker;

    /// <summary>The verdicts of a pass under a name of their own, and one more.</summary>
    public string Code => OtherWorker ? "CERTIFICATE_OTHER_WORKER" : "CERTIFICATE_" + PassCodes.Of(Fault)["PASS_".Length..];
}

/// <summary>Checks certificates of orientation against what was carried here beforehand: the same keys and lists as for passes. Pure.</summary>
public sealed class CertificateCheck
{
    readonly TrustList _trust;
    readonly CarriedStatus _lists;

    public CertificateCheck(TrustList trust, IEnumerable<byte[]> statusLists) => (_trust, _lists) = (trust, new(trust, statusLists));

    /// <summary>With one list whose origin is sure, or with none.</summary>
    public CertificateCheck(TrustList trust, string? country = null, StatusList? list = null) => (_trust, _lists) = (trust, new(country, list));

    /// <param name="text">The text of the QR code.</param>
    /// <param name="now">The time.</param>
    /// <param name="worker">The number of the worker who shows it; null when it is compared by eye.</param>
    public CertificateVerdict Check(string text, DateTimeOffset now, string? worker = null)
    {
        try
        {
            var signed = OrientationCertificate.Read(text);
            var key = Genuine.By(signed, _trust, now);
            if (signed.Type != OrientationCertificate.Type)
                throw new CredentialException(CredentialFault.Unreadable);
            var certificate = OrientationCertificate.FromClaims(signed.Payload);
            Genuine.MustFit(key, certificate.Country, certificate.SignedAt);
            var list = _lists.Of(certificate.StatusUri, certificate.Country);
            return new(Standing(certificate, list, now), certificate, list?.IssuedAt, worker is not null && worker != certificate.WorkerNumber);
        }
        catch (CredentialException refused)
        {
            return new(refused.Fault);
        }
    }

    CredentialFault? Standing(OrientationCertificate certificate, StatusList? list, DateTimeOffset now)
    {
        var revoked = list?.IsRevoked(certificate.StatusIndex);
        if (revoked == true)
            return CredentialFault.Revoked;
        if (now >= certificate.ExpiresAt)
            return CredentialFault.Expired;
        return revoked is null || list!.ExpiresAt <= now || Genuine.IsBehind(now, _trust, list) ? CredentialFault.StatusUnknown : null;
    }
}
