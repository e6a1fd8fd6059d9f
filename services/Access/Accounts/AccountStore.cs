using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Gms.Access.Accounts;

/// <summary>Identity's store over this service's database. It never saves by itself: one commit writes the account with its audit.</summary>
sealed class AccountStore : UserOnlyStore<Account, AccessDb, Guid>
{
    public AccountStore(AccessDb db) : base(db) => AutoSaveChanges = false;
}
