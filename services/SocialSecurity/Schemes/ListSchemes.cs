using Gms.Platform;
using Grpc.Core;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Schemes;

partial class SchemesService
{
    public override Task<Proto.ListSchemesResponse> ListSchemes(Proto.ListSchemesRequest request, ServerCallContext context)
    {
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        var size = Read.PageSize(request.PageSize);
        var after = Read.OptionalText(request.PageToken, "page_token", 40) is { } token ? book.Find(token) ?? throw Refuse.Invalid(PlatformProblems.PageTokenMalformed()) : null;

        var all = book.Schemes.Where(s => country is null || s.Country == country).ToList();
        var page = all.Skip(after is null ? 0 : all.IndexOf(after) + 1).Take(size).ToList();
        var more = page.Count > 0 && page[^1] != all[^1];

        return Task.FromResult(new Proto.ListSchemesResponse
        {
            Schemes = { page.Select(s => s.ToProto()) },
            NextPageToken = more ? page[^1].Id : "",
        });
    }
}
