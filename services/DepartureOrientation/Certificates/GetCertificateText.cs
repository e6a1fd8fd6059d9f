using System.Text;
using Gms.Credentials;
using Gms.Platform;
using Google.Protobuf;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

partial class CertificatesService
{
    public override async Task<Proto.GetCertificateTextResponse> GetCertificateText(Proto.GetCertificateTextRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var certificate = await Find(db.Certificates.AsNoTracking(), Read.Id(request.CertificateId, "certificate_id"), cancel);

        // Signed when it is read: a key that was retired or lost since its issue spoils no certificate.
        var text = Signed(certificate).Sign((await keys.Current(certificate.Country, cancel)).Key);
        call.Disclose(certificate.WorkerNumber, "certificate");
        return new()
        {
            Text = text,
            Picture = Picture(text, request.Picture),
        };
    }

    static ByteString Picture(string text, Proto.CertificatePicture picture) => text.Length == 0 ? ByteString.Empty : picture switch
    {
        Proto.CertificatePicture.Png => ByteString.CopyFrom(QrCode.Png(text)),
        Proto.CertificatePicture.Svg => ByteString.CopyFrom(QrCode.Svg(text), Encoding.UTF8),
        _ => ByteString.Empty,
    };

    OrientationCertificate Signed(Certificate certificate) => new()
    {
        CertificateId = certificate.Id,
        WorkerNumber = certificate.WorkerNumber,
        Country = certificate.Country,
        Curriculum = $"{certificate.CurriculumCode}/{certificate.Edition}",
        Stage = certificate.Stage.ToString(),
        Programme = certificate.Programme,
        Origin = certificate.Origin,
        Destination = certificate.Destination,
        Language = certificate.Language,
        Minutes = certificate.Minutes,
        IssuedOn = certificate.IssuedOn,
        SignedAt = clock.GetUtcNow(),
        ExpiresAt = certificate.ExpiresOn?.AddDays(1).StartIn(certificate.Country),
        StatusUri = OrientationCertificate.StatusUriOf(certificate.Country, (int)(certificate.StatusNumber / StatusList.Size)),
        StatusIndex = (int)(certificate.StatusNumber % StatusList.Size),
    };
}
