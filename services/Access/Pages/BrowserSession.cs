using System.Globalization;
using System.Security.Claims;
using Gms.Access.Accounts;
using Gms.Access.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.Pages;

/// <summary>Who is signed in at this browser, as its cookie says and the account still confirms.</summary>
sealed record BrowserSession(Guid Id, Account Account, DateTimeOffset SignedInAt);

/// <summary>Begins, reads and ends the browser's session.</summary>
sealed class BrowserSessions(AccessDb db, RealTime clock)
{
    public const string Scheme = "access";
    public static readonly TimeSpan Longest = OpenId.SignIn.Longest;

    public static Task Begin(HttpContext http, Account account, DateTimeOffset now) => http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
        [
            new("sub", account.Id.ToString()),
            new("sid", Guid.CreateVersion7().ToString()),
            new("auth_time", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            new("stamp", account.SecurityStamp!),
        ], Scheme)));

    public static Task End(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>Null when nobody is signed in, the password was changed since, or the account was locked.</summary>
    public async Task<BrowserSession?> Read(HttpContext http)
    {
        var cookie = await http.AuthenticateAsync(Scheme);
        if (cookie.Principal is not { } said || !Guid.TryParse(said.FindFirstValue("sub"), out var accountId) || !Guid.TryParse(said.FindFirstValue("sid"), out var id))
            return null;

        var signedInAt = DateTimeOffset.FromUnixTimeSeconds(long.Parse(said.FindFirstValue("auth_time")!, CultureInfo.InvariantCulture));
        var account = await db.Accounts.Include(a => a.Organisation).SingleOrDefaultAsync(a => a.Id == accountId, http.RequestAborted);
        return account is not null && !account.IsLocked && account.SecurityStamp == said.FindFirstValue("stamp") && clock.Now < signedInAt + Longest
            ? new(id, account, signedInAt)
            : null;
    }
}
