using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

partial class AccountsService
{
    public override async Task<Proto.GetAccountResponse> GetAccount(Proto.GetAccountRequest request, ServerCallContext context)
    {
        var account = await Find(Read.Id(request.AccountId, "account_id"), context.CancellationToken);
        Disclose(account);
        var second = await db.SecondFactors.AnyAsync(f => f.AccountId == account.Id && f.ConfirmedAt != null, context.CancellationToken);
        return new() { Account = account.ToProto(clock.GetUtcNow(), second) };
    }
}
