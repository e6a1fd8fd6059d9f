using Gms.Platform;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Passes;

partial class PassesService
{
    public override async Task<Proto.ListStatusListsResponse> ListStatusLists(Proto.ListStatusListsRequest request, ServerCallContext context)
    {
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        var signed = await lists.Status(country, context.CancellationToken);
        return new()
        {
            StatusLists =
            {
                signed.Select(l => new Proto.PublishedStatusList
                {
                    Country = l.Country,
                    Uri = l.Uri,
                    Token = ByteString.CopyFrom(l.Token),
                    IssuedAt = l.IssuedAt.ToTimestamp(),
                    ExpiresAt = l.ExpiresAt.ToTimestamp(),
                }),
            },
        };
    }
}
