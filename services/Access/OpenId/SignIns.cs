using Gms.Access.Accounts;
using Gms.Access.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.OpenId;

/// <summary>Begins and ends what people's sign-ins give to clients. The caller saves.</summary>
sealed class SignIns(AccessDb db, RealTime clock)
{
    /// <summary>What ended is of use to nobody after this; the audit tells the rest.</summary>
    static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(7);

    /// <summary>A code with which the client can fetch its tokens.</summary>
    public async Task<string> Begin(Guid account, AuthorizeRequest request, Guid session, DateTimeOffset signedInAt, CancellationToken cancel)
    {
        var now = clock.Now;
        await db.SignIns.Where(s => s.EndsAt < now - KeptAfterEnd).ExecuteDeleteAsync(cancel);

        var signIn = new SignIn
        {
            Id = Guid.CreateVersion7(),
            AccountId = account,
            ClientId = request.ClientId,
            SessionId = session,
            Scope = request.Scope,
            Nonce = request.Nonce,
            SignedInAt = signedInAt,
            EndsAt = signedInAt + SignIn.Longest,
        };
        var code = Passwords.NewSecret();
        db.SignIns.Add(signIn);
        db.Codes.Add(new() { Hash = Handle.HashOf(code), SignInId = signIn.Id, RedirectUri = request.RedirectUri, CodeChallenge = request.CodeChallenge, ExpiresAt = now + Code.Lifetime });
        return code;
    }

    public string NextRefreshToken(SignIn signIn)
    {
        var token = Passwords.NewSecret();
        db.RefreshTokens.Add(new() { Hash = Handle.HashOf(token), SignInId = signIn.Id, ExpiresAt = clock.Now + RefreshToken.Lifetime });
        return token;
    }

    public async Task EndAll(Guid account, SignInEnd why, CancellationToken cancel)
    {
        foreach (var signIn in await db.SignIns.Where(s => s.AccountId == account && s.EndedAt == null).ToListAsync(cancel))
            signIn.End(clock.Now, why);
    }

    public async Task EndSession(Guid session, CancellationToken cancel)
    {
        foreach (var signIn in await db.SignIns.Where(s => s.SessionId == session && s.EndedAt == null).ToListAsync(cancel))
            signIn.End(clock.Now, SignInEnd.SignedOut);
    }
}
