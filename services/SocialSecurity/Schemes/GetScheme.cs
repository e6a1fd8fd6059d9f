using Gms.Platform;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Schemes;

partial class SchemesService
{
    public override Task<Proto.GetSchemeResponse> GetScheme(Proto.GetSchemeRequest request, ServerCallContext context)
    {
        var id = Read.Text(request.SchemeId, "scheme_id", 40);
        var scheme = book.Find(id) ?? throw Refuse.NotFound(Problems.SchemeNotFound());

        return Task.FromResult(new Proto.GetSchemeResponse
        {
            Scheme = scheme.ToProto(),
            Agreements = { book.Agreements.Where(a => a.Parties.Contains(scheme.Country)).Select(a => a.ToProto()) },
        });
    }
}
