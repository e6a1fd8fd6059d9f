using Gms.Access.Accounts;
using Gms.Access.Messages;
using Gms.Access.Tokens;
using Gms.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.SignInCodes;

/// <summary>
/// Gives out codes and checks them, inside the caller's transaction; the caller saves. For a number that nobody has the same rows are written and the same
/// work is done. What is asked or guessed about one number happens one after the other, so that many at once are not one.
/// </summary>
sealed class WorkerCodes(AccessDb db, UserManager<Account> accounts, ColumnCipher cipher, RealTime clock)
{
    /// <summary>How many codes one number is sent; guesses for all of them together are then 40 a day for one of a million.</summary>
    public const int SentInAQuarter = 3, SentInADay = 8;

    public const int PrintedInADay = 5;

    static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15), Day = TimeSpan.FromDays(1);

    /// <summary>Has a code sent to whoever has this number.</summary>
    /// <returns>False where enough were sent: the last one may still be used.</returns>
    public async Task<bool> Send(string number, string language, CancellationToken cancel)
    {
        var numbers = await OneAfterTheOther(number, cancel);
        var now = clock.Now;
        var sent = await MadeSince(numbers, SignInCodeKind.Sent, now - Day, cancel);
        if (sent.Count >= SentInADay || sent.Count(at => at > now - Quarter) >= SentInAQuarter)
            return false;

        var (code, digits) = SignInCode.Make(number, SignInCodeKind.Sent, "", now, cipher);
        db.SignInCodes.Add(code);
        db.Messages.Add(Message.Of(code, digits, language, now, cipher));
        return true;
    }

    /// <summary>A code on paper, for a worker who is known to be there.</summary>
    public async Task<(SignInCode Code, string Digits)> Print(string number, string madeBy, CancellationToken cancel)
    {
        var numbers = await OneAfterTheOther(number, cancel);
        var now = clock.Now;
        if ((await MadeSince(numbers, SignInCodeKind.Printed, now - Day, cancel)).Count >= PrintedInADay)
            throw Refuse.NotNow(Problems.SignInCodesTooMany(PrintedInADay));

        var (code, digits) = SignInCode.Make(number, SignInCodeKind.Printed, madeBy, now, cipher);
        code.GivenAt = now;
        db.SignInCodes.Add(code);
        return (code, digits);
    }

    /// <summary>The account that the code opens, and why none is opened.</summary>
    public async Task<(Account? Account, string? Refused)> Check(string number, string typed, CancellationToken cancel)
    {
        var numbers = await OneAfterTheOther(number, cancel);
        var now = clock.Now;
        var digits = SignInCode.DigitsOf(typed);
        var kind = digits.Length == SignInCode.PrintedDigits ? SignInCodeKind.Printed : SignInCodeKind.Sent;
        var open = await db.SignInCodes.Where(c => numbers.Contains(c.WorkerNumber) && c.Kind == kind && c.UsedAt == null && c.ExpiresAt > now && (c.Kind == SignInCodeKind.Printed || c.WrongGuesses < SignInCode.SentGuesses)).OrderBy(c => c.Id).ToListAsync(cancel);
        if (open.Find(c => c.Is(digits, cipher)) is not { GivenAt: not null } right)
        {
            open.ForEach(c => c.GuessedWrong());
            return (null, open.Count == 0 ? "NO_CODE" : "CODE_WRONG");
        }

        right.Use(now);
        var account = await db.Accounts.Include(a => a.Organisation).Where(a => numbers.Contains(a.WorkerNumber!)).OrderByDescending(a => a.WorkerNumber == number).FirstOrDefaultAsync(cancel)
            ?? await NewAccount(number, now, cancel);
        return account.IsLocked ? (null, "ACCOUNT_LOCKED") : (account, null);
    }

    /// <summary>The first sign-in makes the worker's account. Its password is known to nobody: by code, or by one that an administrator gives.</summary>
    async Task<Account> NewAccount(string number, DateTimeOffset now, CancellationToken cancel)
    {
        var survivor = await db.SurvivorOf(number, cancel);
        var account = new Account { Id = Guid.CreateVersion7(), UserName = survivor, WorkerNumber = survivor, Roles = [Role.Worker], CreatedAt = now };
        var made = await accounts.CreateAsync(account, Passwords.New());
        return made.Succeeded ? account : throw new InvalidOperationException($"A worker's account could not be made: {string.Join(", ", made.Errors.Select(e => e.Code))}");
    }

    async Task<IReadOnlyList<string>> OneAfterTheOther(string number, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(number, cancel);
        var first = "sign-in-code:" + numbers.Min(StringComparer.Ordinal);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtextextended({first}, 0))", cancel);
        return numbers;
    }

    Task<List<DateTimeOffset>> MadeSince(IReadOnlyList<string> numbers, SignInCodeKind kind, DateTimeOffset since, CancellationToken cancel) =>
        db.SignInCodes.Where(c => numbers.Contains(c.WorkerNumber) && c.Kind == kind && c.MadeAt > since).Select(c => c.MadeAt).ToListAsync(cancel);
}
