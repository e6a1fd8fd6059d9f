using Gms.Access.OpenId;
using Gms.Platform;
using Grpc.Core;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

partial class AccountsService
{
    public override async Task<Proto.ResetPasswordResponse> ResetPassword(Proto.ResetPasswordRequest request, ServerCallContext context)
    {
        var account = await Find(Read.Id(request.AccountId, "account_id"), context.CancellationToken);

        var first = await passwords.MakeFirst(account);
        await signIns.EndAll(account.Id, SignInEnd.PasswordChanged, context.CancellationToken);

        Disclose(account);
        // The password goes into the answer only now: what is kept for a repeat does not hold it.
        var kept = new Proto.ResetPasswordResponse { AccountId = account.Id.ToString() };
        var answer = await db.Commit(kept, context.CancellationToken);
        if (ReferenceEquals(answer, kept))
            answer.FirstPassword = first;
        return answer;
    }
}
