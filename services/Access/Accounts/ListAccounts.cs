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
        var (size, cancel) = (Read.PageSize(request.PageSize), context.CancellationToken);
        var after = Read.PageToken(request.PageToken);
        var name = Read.OptionalText(request.NameContains, "name_contains", 64)?.ToUpperInvariant();    // as Identity keeps names to compare
        var role = request.Role.Length == 0 ? null : Read.Code(request.Role, "role", Role.All);
        var locked = request.OnlyLocked;
        var organisation = Read.OptionalId(request.OrganisationId, "organisation_id") is { } id ? await db.Organisation(call, id, cancel) : null;
        var offices = db.OrganisationsFor(call.Caller);
        call.Reaches(new());    // the query below asks for no more than the caller reaches

        var page = await db.Accounts.AsNoTracking().Include(a => a.Organisation)
            .Where(a => a.OrganisationId != null && (organisation == null ? offices.Any(o => o.Id == a.OrganisationId) : a.OrganisationId == organisation.Id))
            .Where(a => name == null || a.NormalizedUserName!.Contains(name))
            .Where(a => role == null || a.Roles.Contains(role))
            .Where(a => !locked || a.LockoutEnd == DateTimeOffset.MaxValue)
            .Where(a => after == null || a.Id > after)
            .OrderBy(a => a.Id).Take(size + 1).ToListAsync(cancel);
        var ids = page.ConvertAll(a => a.Id);
        var second = (await db.SecondFactors.Where(f => ids.Contains(f.AccountId) && f.ConfirmedAt != null).Select(f => f.AccountId).ToListAsync(cancel)).ToHashSet();

        var answer = new Proto.ListAccountsResponse { NextPageToken = page.Count > size ? page[size - 1].Id.NextPageToken() : "" };
        answer.Accounts.AddRange(page.Take(size).Select(a => a.ToProto(clock.GetUtcNow(), second.Contains(a.Id))));
        return answer;
    }
}
