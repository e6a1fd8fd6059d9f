using Gms.Access.OpenId;
using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

partial class AccountsService
{
    public override async Task<Proto.ChangePasswordResponse> ChangePassword(Proto.ChangePasswordRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        var current = Read.Secret(request.CurrentPassword, "current_password");
        var next = Read.Secret(request.NewPassword, "new_password");
        if (!Guid.TryParse(call.Caller.Account, out var id))
            throw Refuse.NotNow(Problems.AccountIsNoPerson());
        var name = await db.Accounts.Where(a => a.Id == id).Select(a => a.UserName!).SingleOrDefaultAsync(cancel) ?? throw Refuse.NotNow(Problems.AccountIsNoPerson());

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var (account, right) = await passwords.Check(name, current, cancel);
        if (!right && !await accounts.IsLockedOutAsync(account!) && await accounts.CheckPasswordAsync(account!, next))
            return new() { AccountId = id.ToString() };    // a repeat: it is changed already, and nothing is counted

        var problems = right ? await passwords.Choose(account!, next) : [Problems.AccountPasswordWrong()];
        if (right && problems.Count == 0)
            await signIns.EndAll(id, SignInEnd.PasswordChanged, cancel);

        Disclose(account!);
        // Saved in both cases: a wrong password counts. Without an answer to keep: beside it a hash of the request would be
        // kept, from which a password could be guessed.
        await db.Commit(cancel);
        await transaction.CommitAsync(cancel);
        return problems.Count == 0 ? new() { AccountId = id.ToString() } : throw Refuse.NotNow(problems);
    }
}
