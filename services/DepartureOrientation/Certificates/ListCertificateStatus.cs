using Gms.Platform;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Certificates;

partial class CertificatesService
{
    public override async Task<Proto.ListCertificateStatusResponse> ListCertificateStatus(Proto.ListCertificateStatusRequest request, ServerCallContext context)
    {
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        return new()
        {
            StatusLists =
            {
                (await lists.All(country, context.CancellationToken)).Select(l => new Proto.CertificateStatusList
                {
                    Country = l.Country,
                    Uri = l.Uri,
                    Token = ByteString.CopyFrom(l.Token),
                    IssuedAt = Timestamp.FromDateTimeOffset(l.IssuedAt),
                    ExpiresAt = Timestamp.FromDateTimeOffset(l.ExpiresAt),
                }),
            },
        };
    }
}
