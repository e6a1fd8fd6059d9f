using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

partial class AccountsService
{
    public override async Task<Proto.SetRolesResponse> SetRoles(Proto.SetRolesRequest request, ServerCallContext context)
    {
        var roles = ReadRoles(request.Roles);
        var account = await Find(Read.Id(request.AccountId, "account_id"), context.CancellationToken);

        Refuse.IfAny(AccountRules.ToSetRoles(account.Organisation?.Kind, roles, IsOwn(account)));

        account.Roles = roles;
        account.Version++;
        await accounts.UpdateAsync(account);
        Disclose(account);
        var answer = new Proto.SetRolesResponse { AccountId = account.Id.ToString() };
        answer.Roles.AddRange(roles);
        return await db.Commit(answer, context.CancellationToken);
    }
}
