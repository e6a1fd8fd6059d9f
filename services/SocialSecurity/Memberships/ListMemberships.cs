using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.SocialSecurity.V1;

namespace Gms.SocialSecurity.Memberships;

partial class MembershipsService
{
    public override async Task<Proto.ListMembershipsResponse> ListMemberships(Proto.ListMembershipsRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var country = request.Country.Length == 0 ? null : Read.Country(request.Country, "country");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken) ?? Guid.Empty;
        call.MustReach(new Reach { Countries = country is null ? [] : [country], Worker = number }, country is null ? "country" : "worker_number");

        var numbers = await db.NumbersOf(number, context.CancellationToken);
        var page = await db.Memberships.AsNoTracking()
            .Where(m => numbers.Contains(m.WorkerNumber) && (country == null || m.Country == country) && m.Id > after)
            .OrderBy(m => m.Id).Take(size + 1).ToListAsync(context.CancellationToken);

        call.DiscloseUnderEach(number, page.Take(size).Select(m => m.WorkerNumber), "memberships");
        return new()
        {
            Memberships = { page.Take(size).Select(m => m.ToProto()) },
            NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "",
        };
    }
}
