using Gms.Events.DepartureOrientation;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>Events that more than one call publishes.</summary>
static class CertificateEvents
{
    public static CertificateRevoked Revoked(Certificate certificate, DateTimeOffset now) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = now,
        SubjectId = certificate.Id.ToString(),
        SubjectVersion = certificate.Version,
        WorkerNumber = certificate.WorkerNumber,
        Country = certificate.Country,
        CertificateId = certificate.Id,
        RevokedOn = certificate.RevokedOn!.Value,
        Reason = certificate.RevocationReason!.Value.ToString(),
    };
}
