using Gms.Access.OpenId;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

partial class AccountsService
{
    public override async Task<Proto.LockAccountResponse> LockAccount(Proto.LockAccountRequest request, ServerCallContext context)
    {
        var account = await Find(Read.Id(request.AccountId, "account_id"), context.CancellationToken);
        if (IsOwn(account))
            throw Refuse.NotNow(Problems.AccountOwnLock());

        account.Version++;
        await accounts.SetLockoutEndDateAsync(account, DateTimeOffset.MaxValue);
        await accounts.UpdateSecurityStampAsync(account);    // no session comes back when it is unlocked
        await signIns.EndAll(account.Id, SignInEnd.AccountLocked, context.CancellationToken);
        Disclose(account);
        return await db.Commit(new Proto.LockAccountResponse { AccountId = account.Id.ToString(), State = account.StateAt(clock.GetUtcNow()).ToProto() }, context.CancellationToken);
    }
}
