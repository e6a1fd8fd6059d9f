using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

/// <summary>The calls of protos/gms/departure_orientation/v1/certificates.proto, one file each in this folder.</summary>
sealed partial class CertificatesService(DepartureOrientationDb db, Call call, TimeProvider clock, CredentialSigner signer, Programmes programmes, Equivalences equivalences, CertificateKeys keys, CertificateLists lists) : Proto.Certificates.CertificatesBase
{
    async Task<Certificate> Find(IQueryable<Certificate> certificates, Guid id, CancellationToken cancel)
    {
        var certificate = await certificates.Include(c => c.Institution).SingleOrDefaultAsync(c => c.Id == id, cancel)
            ?? throw Refuse.NotFound(Problems.CertificateNotFound());
        call.MustReach(certificate.Institution!.Reach with { Worker = certificate.WorkerNumber }, Problems.CertificateNotFound());
        return certificate;
    }
}
