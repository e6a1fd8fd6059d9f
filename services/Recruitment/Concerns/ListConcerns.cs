using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Concerns;

partial class ConcernsService
{
    public override async Task<Proto.ListConcernsResponse> ListConcerns(Proto.ListConcernsRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;

        var page = await db.Concerns.AsNoTracking()
            .Where(c => c.Country == country && c.Id > after && (request.Answered || c.State == ConcernState.Raised)).OrderBy(c => c.Id).Take(size + 1).ToListAsync(context.CancellationToken);

        return new() { Concerns = { page.Take(size).Select(c => c.ToProto(cipher)) }, NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
    }
}
