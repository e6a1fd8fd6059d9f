using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

partial class AccountsService
{
    const int MostNames = 200;

    public override async Task<Proto.NameAccountsResponse> NameAccounts(Proto.NameAccountsRequest request, ServerCallContext context)
    {
        if (request.AccountIds.Count > MostNames)
            throw Refuse.Invalid(Problems.AccountIdsTooMany(MostNames));
        var ids = request.AccountIds.Select((id, i) => Read.Id(id, $"account_ids[{i}]")).ToList();
        var country = call.Caller.Country;

        // An office of the region has no colleagues in a country's queue.
        var named = await db.Accounts.AsNoTracking()
            .Where(a => ids.Contains(a.Id) && a.WorkerNumber == null && country != null && a.Organisation!.Country == country)
            .Select(a => new { a.Id, a.UserName, Office = a.Organisation!.Name })
            .ToListAsync(context.CancellationToken);
        call.Reaches(new());    // the query above asks for no more than the caller reaches

        return new() { Accounts = { named.Select(a => new Proto.AccountName { AccountId = a.Id.ToString(), Name = a.UserName, OrganisationName = a.Office }) } };
    }
}
