using Gms.Access.Organisations;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

partial class AccountsService
{
    public override async Task<Proto.ListAccountsResponse> ListAccounts(Proto.ListAccountsRequest request, ServerCallContext context)
    {
        var size = Read.PageSize(request.PageSize);
        var after = Read.PageToken(request.PageToken);
        var organisation = await db.Organisation(call, Read.Id(request.OrganisationId, "organisation_id"), context.CancellationToken);

        var page = await db.Accounts.AsNoTracking()
            .Where(a => a.OrganisationId == organisation.Id && (after == null || a.Id > after))
            .OrderBy(a => a.Id).Take(size + 1).ToListAsync(context.CancellationToken);

        var answer = new Proto.ListAccountsResponse { NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
        answer.Accounts.AddRange(page.Take(size).Select(a => a.ToProto(clock.GetUtcNow())));
        return answer;
    }
}
