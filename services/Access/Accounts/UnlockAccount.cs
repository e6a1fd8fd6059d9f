using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

partial class AccountsService
{
    public override async Task<Proto.UnlockAccountResponse> UnlockAccount(Proto.UnlockAccountRequest request, ServerCallContext context)
    {
        var account = await Find(Read.Id(request.AccountId, "account_id"), context.CancellationToken);

        account.Version++;
        account.AccessFailedCount = 0;
        await accounts.SetLockoutEndDateAsync(account, null);
        Disclose(account);
        return await db.Commit(new Proto.UnlockAccountResponse { AccountId = account.Id.ToString(), State = account.StateAt(clock.GetUtcNow()).ToProto() }, context.CancellationToken);
    }
}
