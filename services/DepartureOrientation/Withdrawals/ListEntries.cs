using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.DepartureOrientation.V1;

namespace Gms.DepartureOrientation.Withdrawals;

partial class WithdrawalsService
{
    public override async Task<Proto.ListEntriesResponse> ListEntries(Proto.ListEntriesRequest request, ServerCallContext context)
    {
        var withdrawal = await Find(db.Withdrawals.AsNoTracking(), Read.Id(request.WithdrawalId, "withdrawal_id"), context.CancellationToken);
        WithdrawalEntryKind? kind = request.Kind == Proto.WithdrawalEntryKind.Unspecified ? null : Read.Value<Proto.WithdrawalEntryKind, WithdrawalEntryKind>(request.Kind, "kind");
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);

        var page = await db.Set<WithdrawalEntry>().AsNoTracking()
            .Where(e => e.WithdrawalId == withdrawal.Id && (kind == null || e.Kind == kind) && (!request.Undecided || e.Decision == null) && (after == null || e.Id > after))
            .OrderBy(e => e.Id).Take(size).ToListAsync(context.CancellationToken);

        return new()
        {
            Entries = { page.Select(e => e.ToProto()) },
            NextPageToken = page.Count == size ? page[^1].Id.NextPageToken() : "",
        };
    }
}
