using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Gms.Access.Accounts;

/// <summary>Identity's store over this service's database. It never saves by itself: one commit writes the account with its audit.</summary>
sealed class AccountStore : UserOnlyStore<Account, AccessDb, Guid>
{
    public AccountStore(AccessDb db) : base(db) => AutoSaveChanges = false;

    /// <summary>
    /// Identity attaches the account anew each time, which forgets the stamp that the row has; a second change before the commit (a stronger
    /// hash, then the count of wrong passwords) would look for a row with the stamp of the first.
    /// </summary>
    public override Task<IdentityResult> UpdateAsync(Account user, CancellationToken cancellationToken = default)
    {
        Context.Update(user);
        user.ConcurrencyStamp = Guid.NewGuid().ToString();
        return Task.FromResult(IdentityResult.Success);
    }
}
