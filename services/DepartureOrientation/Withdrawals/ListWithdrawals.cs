using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Withdrawals;

partial class WithdrawalsService
{
    public override async Task<Proto.ListWithdrawalsResponse> ListWithdrawals(Proto.ListWithdrawalsRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Reach.Country(country), "country");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);

        var page = await db.Withdrawals.AsNoTracking().Include(w => w.Module).Where(w => w.Country == country && (after == null || w.Id > after)).OrderBy(w => w.Id).Take(size).ToListAsync(context.CancellationToken);
        var counted = await Counted([.. page.Select(w => w.Id)], context.CancellationToken);

        return new()
        {
            Withdrawals = { page.Select(w => w.ToProto(counted.GetValueOrDefault(w.Id))) },
            NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "",
        };
    }
}
