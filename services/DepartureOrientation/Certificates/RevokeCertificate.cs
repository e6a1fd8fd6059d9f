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
        db.Publish(CertificateEvents.Revoked(certificate, clock.GetUtcNow()));
        call.Disclose(certificate.WorkerNumber, "certificate_revocation");
        return await db.Commit(new Proto.RevokeCertificateResponse { State = certificate.State.ToProto() }, context.CancellationToken);
    }
}
