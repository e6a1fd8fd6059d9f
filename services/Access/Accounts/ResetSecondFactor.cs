using Gms.Access.OpenId;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

partial class AccountsService
{
    public override async Task<Proto.ResetSecondFactorResponse> ResetSecondFactor(Proto.ResetSecondFactorRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var account = await Find(Read.Id(request.AccountId, "account_id"), cancel);
        var factor = await db.SecondFactors.SingleOrDefaultAsync(f => f.AccountId == account.Id, cancel);

        // Whoever found an administrator's open browser could else take away what stands in the way.
        Refuse.IfAny(AccountRules.ToResetSecondFactor(IsOwn(account), factor?.ConfirmedAt is not null));

        db.SecondFactors.Remove(factor!);
        await signIns.EndAll(account.Id, SignInEnd.SecondFactorReset, cancel);
        return await db.Commit(new Proto.ResetSecondFactorResponse { AccountId = account.Id.ToString() }, cancel);
    }
}
