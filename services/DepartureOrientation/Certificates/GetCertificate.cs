using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

partial class CertificatesService
{
    public override async Task<Proto.GetCertificateResponse> GetCertificate(Proto.GetCertificateRequest request, ServerCallContext context)
    {
        var certificate = await Find(db.Certificates.AsNoTracking(), Read.Id(request.CertificateId, "certificate_id"), context.CancellationToken);

        call.Disclose(certificate.WorkerNumber, "certificate");
        return new() { WorkerNumber = certificate.WorkerNumber, Certificate = certificate.ToProto(), Credential = certificate.Credential };
    }
}
