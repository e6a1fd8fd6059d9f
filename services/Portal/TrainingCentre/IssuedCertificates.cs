using Gms.DepartureOrientation.V1;
using Grpc.Core;

namespace Gms.Portal.TrainingCentre;

/// <summary>All certificates of a session, page by page: a session has 500 places at most.</summary>
static class IssuedCertificates
{
    public static async Task<IReadOnlyList<SessionCertificate>> Of(CallInvoker to, string session, CertificatePicture picture)
    {
        var certificates = new Certificates.CertificatesClient(to);
        var (all, token) = (new List<SessionCertificate>(), "");
        do
        {
            var page = await certificates.ListSessionCertificatesAsync(new() { SessionId = session, Picture = picture, PageSize = 200, PageToken = token });
            all.AddRange(page.Certificates);
            token = page.NextPageToken;
        }
        while (token.Length > 0);
        return all;
    }
}
