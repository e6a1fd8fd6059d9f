using Gms.Access.Accounts;
using Gms.Access.Sessions;
using Gms.Access.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.OpenId;

/// <summary>Begins and ends what people's sign-ins give to clients. The caller saves.</summary>
sealed class SignIns(AccessDb db, OpenIdSettings settings, RealTime clock)
{
    /// <summary>What ended is of use to nobody after this; the audit tells the rest.</summary>
    static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(7);

    /// <summary>Uses closer together are one: not every page is a write.</summary>
    static readonly TimeSpan SeenEvery = TimeSpan.FromSeconds(20);

    /// <summary>A code with which the client can fetch its tokens.</summary>
    public async Task<string> Begin(Session session, AuthorizeRequest request, CancellationToken cancel)
    {
        var now = clock.Now;
        await db.SignIns.Where(s => s.EndsAt < now - KeptAfterEnd).ExecuteDeleteAsync(cancel);
        await db.Sessions.Where(s => s.LastSeenAt < now - SessionTimes.Most - KeptAfterEnd).ExecuteDeleteAsync(cancel);

        var signIn = new SignIn
        {
            Id = Guid.CreateVersion7(),
            AccountId = session.AccountId,
            ClientId = request.ClientId,
            SessionId = session.Id,
            Scope = request.Scope,
            Nonce = request.Nonce,
            Methods = session.Methods,
            SignedInAt = session.SignedInAt,
            EndsAt = session.SignedInAt + settings.Sessions.Longest,
        };
        var code = Passwords.NewSecret();
        db.SignIns.Add(signIn);
        db.Codes.Add(new() { Hash = Handle.HashOf(code), SignInId = signIn.Id, RedirectUri = request.RedirectUri, CodeChallenge = request.CodeChallenge, ExpiresAt = now + Code.Lifetime });
        return code;
    }

    public string NextRefreshToken(SignIn signIn)
    {
        var token = Passwords.NewSecret();
        db.RefreshTokens.Add(new() { Hash = Handle.HashOf(token), SignInId = signIn.Id, ExpiresAt = clock.Now + settings.Sessions.Idle + TokenIssuer.Lifetime });
        return token;
    }

    /// <summary>Whether the browser's session goes on; asking counts as its use. A sign-in of a release that kept no sessions ends.</summary>
    public async Task<bool> GoesOn(Guid session, CancellationToken cancel)
    {
        var now = clock.Now;
        var known = await db.Sessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == session, cancel);
        if (known?.IsOpenAt(now, settings.Sessions) != true)
            return false;
        if (now - known.LastSeenAt > SeenEvery)
            await db.Sessions.Where(s => s.Id == session && s.LastSeenAt < now).ExecuteUpdateAsync(u => u.SetProperty(s => s.LastSeenAt, now), cancel);
        return true;
    }

    /// <summary>Ends every session of the account, and what they gave to clients.</summary>
    public async Task EndAll(Guid account, SignInEnd why, CancellationToken cancel)
    {
        foreach (var session in await db.Sessions.Where(s => s.AccountId == account && s.EndedAt == null).ToListAsync(cancel))
            session.End(clock.Now, why);
        foreach (var signIn in await db.SignIns.Where(s => s.AccountId == account && s.EndedAt == null).ToListAsync(cancel))
            signIn.End(clock.Now, why);
    }

    public async Task EndSession(Guid session, SignInEnd why, CancellationToken cancel)
    {
        foreach (var one in await db.Sessions.Where(s => s.Id == session && s.EndedAt == null).ToListAsync(cancel))
            one.End(clock.Now, why);
        foreach (var signIn in await db.SignIns.Where(s => s.SessionId == session && s.EndedAt == null).ToListAsync(cancel))
            signIn.End(clock.Now, why);
    }
}
