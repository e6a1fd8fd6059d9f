using System.Security.Claims;
using Gms.Access.Accounts;
using Gms.Access.OpenId;
using Gms.Access.Sessions;
using Gms.Access.Tokens;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.Pages;

/// <summary>Begins, reads and ends the browser's session: its id is in a cookie, all else in the database.</summary>
sealed class BrowserSessions(AccessDb db, OpenIdSettings settings, SignIns signIns, RealTime clock)
{
    public const string Scheme = "access";

    public async Task Begin(HttpContext http, Account account, string method)
    {
        var now = clock.Now;
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            SignedInAt = now,
            LastSeenAt = now,
            Methods = [method],
            Device = Device.Of(http.Request.Headers.UserAgent.ToString()),
        };
        db.Sessions.Add(session);
        await db.SaveChangesAsync(http.RequestAborted);
        await http.SignInAsync(Scheme, new ClaimsPrincipal(new ClaimsIdentity(
            [new("sub", account.Id.ToString()), new("sid", session.Id.ToString()), new("stamp", account.SecurityStamp!)], Scheme)));
    }

    public static Task End(HttpContext http) => http.SignOutAsync(Scheme);

    /// <summary>Null when nobody is signed in, the session ended or was idle for too long, the password was changed since, or the account was locked.</summary>
    public async Task<Session?> Read(HttpContext http)
    {
        var cookie = await http.AuthenticateAsync(Scheme);
        if (cookie.Principal is not { } said || !Guid.TryParse(said.FindFirstValue("sid"), out var id))
            return null;

        var session = await db.Sessions.Include(s => s.Account!.Organisation).SingleOrDefaultAsync(s => s.Id == id, http.RequestAborted);
        return session is { Account: { } account } && session.IsOpenAt(clock.Now, settings.Sessions) && !account.IsLocked && account.SecurityStamp == said.FindFirstValue("stamp")
            && await signIns.GoesOn(id, http.RequestAborted)
            ? session
            : null;
    }
}
