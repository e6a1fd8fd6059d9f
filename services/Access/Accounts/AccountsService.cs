using Gms.Access.OpenId;
using Gms.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Access.V1;

namespace Gms.Access.Accounts;

/// <summary>The calls of protos/gms/access/v1/accounts.proto, one file each in this folder.</summary>
sealed partial class AccountsService(AccessDb db, Call call, TimeProvider clock, UserManager<Account> accounts, Passwords passwords, SignIns signIns) : Proto.Accounts.AccountsBase
{
    async Task<Account> Find(Guid id, CancellationToken cancel)
    {
        var account = await db.Accounts.Include(a => a.Organisation).SingleOrDefaultAsync(a => a.Id == id, cancel) ?? throw Refuse.NotFound(Problems.AccountNotFound());
        call.MustReach(account.Reach(), Problems.AccountNotFound());
        return account;
    }

    /// <summary>A worker's own account is part of what is held about the worker.</summary>
    void Disclose(Account account)
    {
        if (account.WorkerNumber is { } worker)
            call.Disclose(worker, "account");
    }

    bool IsOwn(Account account) => call.Caller.Account == account.Id.ToString();

    static string[] ReadRoles(IEnumerable<string> sent) => [.. sent.Select((role, i) => Read.Code(role, $"roles[{i}]", Role.All)).Distinct().Order(StringComparer.Ordinal)];
}
