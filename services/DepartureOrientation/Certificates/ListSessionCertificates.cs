using Gms.Credentials;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

partial class CertificatesService
{
    public override async Task<Proto.ListSessionCertificatesResponse> ListSessionCertificates(Proto.ListSessionCertificatesRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var session = await Session(Read.Id(request.SessionId, "session_id"), cancel);
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;

        var page = await db.Certificates.AsNoTracking().Where(c => c.SessionId == session.Id && c.Id > after).OrderBy(c => c.Id).Take(size + 1).ToListAsync(cancel);
        var shown = page.Take(size).ToList();
        var key = request.Picture == Proto.CertificatePicture.Unspecified || shown.Count == 0 ? null : await keys.Current(session.Country, cancel);

        foreach (var told in shown.Select(c => c.WorkerNumber).Distinct())
            call.Disclose(told, "certificate");
        return new()
        {
            Certificates = { shown.Select(c => OfSession(c, key, request.Picture)) },
            NextPageToken = page.Count > size ? shown[^1].Id.NextPageToken() : "",
        };
    }

    /// <summary>What was revoked is not drawn: it would be printed and carried.</summary>
    Proto.SessionCertificate OfSession(Certificate certificate, SigningKey? key, Proto.CertificatePicture picture)
    {
        var text = key is null || certificate.State == CertificateState.Revoked ? "" : Signed(certificate).Sign(key.Key);
        return new() { WorkerNumber = certificate.WorkerNumber, Certificate = certificate.ToProto(), Text = text, Picture = Picture(text, picture) };
    }
}
