using System.Buffers.Text;
using System.Security.Cryptography;
using Gms.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.Accounts;

/// <summary>Passwords: which are taken, and how one is checked without telling whether its account is there.</summary>
sealed class Passwords(AccessDb db, UserManager<Account> accounts, Passwords.Decoy decoy)
{
    public const int WrongOnesUntilLock = 5;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public static void Configure(IdentityOptions identity)
    {
        identity.Lockout.MaxFailedAccessAttempts = WrongOnesUntilLock;
        identity.Lockout.DefaultLockoutTimeSpan = LockedFor;
        identity.Lockout.AllowedForNewUsers = true;

        // Length is what counts; prescribed kinds of characters make people write passwords down (NIST SP 800-63B, 5.1.1.2).
        identity.Password.RequiredLength = 12;
        identity.Password.RequireDigit = identity.Password.RequireLowercase = identity.Password.RequireUppercase = identity.Password.RequireNonAlphanumeric = false;
        identity.Password.RequiredUniqueChars = 5;
    }

    /// <summary>A password for a first sign-in: 20 letters and digits, 119 bits.</summary>
    public static string New() => RandomNumberGenerator.GetString("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789", 20);

    /// <summary>A secret for a program: 256 bits.</summary>
    public static string NewSecret() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>
    /// Checks a sign-in inside the caller's transaction and counts a wrong one; the caller saves. For a name without an account, and for a
    /// locked one, the same work is done and the same said. Attempts on one name wait for each other, so that many at once are not one.
    /// </summary>
    public async Task<(Account? Account, bool Right)> Check(string name, string password, CancellationToken cancel)
    {
        var normalised = accounts.NormalizeName(await AccountName(name, cancel)) ?? "";
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({normalised}, 0))", cancel);

        var account = await db.Accounts.Include(a => a.Organisation).SingleOrDefaultAsync(a => a.NormalizedUserName == normalised, cancel);
        if (account is null || await accounts.IsLockedOutAsync(account))
        {
            decoy.Verify(password);
            return (account, false);
        }

        var right = await accounts.CheckPasswordAsync(account, password);
        if (right && account.AccessFailedCount > 0)
            await accounts.ResetAccessFailedCountAsync(account);
        if (!right)
            await accounts.AccessFailedAsync(account);
        return (account, right);
    }

    /// <summary>A worker may type any of the own worker numbers in place of the account's name: after a merge the card in hand may show either.</summary>
    async Task<string> AccountName(string typed, CancellationToken cancel)
    {
        if (WorkerNumber.Parse(typed) is not { } number)
            return typed;

        var numbers = await db.NumbersOf(number, cancel);
        return await db.Accounts.AsNoTracking().Where(a => numbers.Contains(a.WorkerNumber!)).OrderByDescending(a => a.WorkerNumber == number).Select(a => a.UserName).FirstOrDefaultAsync(cancel)
            ?? typed;
    }

    /// <summary>Sets a password that its owner chose; the problems when it is none to choose.</summary>
    public async Task<IReadOnlyList<Problem>> Choose(Account account, string password)
    {
        if (password.Length > 128 || password.Contains(account.UserName!, StringComparison.OrdinalIgnoreCase) || await accounts.CheckPasswordAsync(account, password))
            return [Problems.AccountPasswordWeak()];

        foreach (var validator in accounts.PasswordValidators)
            if (!(await validator.ValidateAsync(accounts, account, password)).Succeeded)
                return [Problems.AccountPasswordWeak()];

        await Set(account, password);
        account.MustChangePassword = false;
        return [];
    }

    /// <summary>Sets a password made here, which opens nothing until its owner chose another.</summary>
    public async Task<string> MakeFirst(Account account)
    {
        var password = New();
        await Set(account, password);
        account.MustChangePassword = true;
        return password;
    }

    /// <summary>The new stamp ends the browser sessions that stood on the old password.</summary>
    public async Task Set(Account account, string password)
    {
        account.PasswordHash = accounts.PasswordHasher.HashPassword(account, password);
        account.Version++;
        await accounts.UpdateSecurityStampAsync(account);
    }

    /// <summary>A hash to check when there is no account, so that both answers take as long.</summary>
    internal sealed class Decoy(IPasswordHasher<Account> hasher)
    {
        static readonly Account Nobody = new() { UserName = "nobody", Roles = [], CreatedAt = default };

        readonly string _hash = hasher.HashPassword(Nobody, New());

        public void Verify(string password) => hasher.VerifyHashedPassword(Nobody, _hash, password);
    }
}
