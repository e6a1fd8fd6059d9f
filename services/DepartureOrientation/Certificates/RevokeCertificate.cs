using Gms.Events.DepartureOrientation;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

partial class CertificatesService
{
    public override async Task<Proto.RevokeCertificateResponse> RevokeCertificate(Proto.RevokeCertificateRequest request, ServerCallContext context)
    {
        var reason = Read.Value<Proto.RevocationReason, RevocationReason>(request.Reason, "reason");
        var certificate = await Find(db.Certificates, Read.Id(request.CertificateId, "certificate_id"), context.CancellationToken);

        Refuse.IfAny(CertificateRules.ToRevoke(certificate));

        certificate.Revoke(clock.TodayIn(certificate.Country), reason);
        db.Publish(Revoked(certificate));
        call.Disclose(certificate.WorkerNumber, "certificate_revocation");
        return await db.Commit(new Proto.RevokeCertificateResponse { State = certificate.State.ToProto() }, context.CancellationToken);
    }

    CertificateRevoked Revoked(Certificate certificate) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = clock.GetUtcNow(),
        SubjectId = certificate.Id.ToString(),
        SubjectVersion = certificate.Version,
        WorkerNumber = certificate.WorkerNumber,
        Country = certificate.Country,
        CertificateId = certificate.Id,
        RevokedOn = certificate.RevokedOn!.Value,
        Reason = certificate.RevocationReason!.Value.ToString(),
    };
}
