using Gms.Access.SecondFactors;
using Gms.Access.Tokens;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.OpenId;

/// <summary>New tokens for a refresh token, which is used up by it. A use again at once is the same use, whose answer was lost; a later one ends the sign-in, since one of two users has stolen it.</summary>
sealed class RefreshGrant(AccessDb db, SignIns signIns, OfficerCodes secondFactors, SignInTokens tokens, RealTime clock)
{
    public async Task<TokenAnswer> Answer(OAuthClient client, Form form, CancellationToken cancel)
    {
        var hash = Handle.HashOf(form.Required("refresh_token"));
        var token = await db.RefreshTokens.Include(t => t.SignIn!.Account!.Organisation).SingleOrDefaultAsync(t => t.Hash == hash, cancel);
        if (token?.SignIn is not { } signIn || signIn.ClientId != client.Id)
            throw NotGood();
        if (form["scope"] is { } scope && scope.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(s => !signIn.Has(s)))
            throw new OAuthException("invalid_scope", "scope asks for more than was given at sign-in.", signIn.AccountId.ToString());
        if (token.IsReusedAt(clock.Now))
        {
            signIn.End(clock.Now, SignInEnd.RefreshTokenReused);
            await db.SaveChangesAsync(cancel);
            throw NotGood(signIn);
        }
        if (token.ExpiresAt <= clock.Now || !signIn.IsOpenAt(clock.Now) || signIn.Account!.IsLocked || signIn.Account.MustChangePassword
            || !await signIns.GoesOn(signIn.SessionId, cancel))
            throw NotGood(signIn);

        // Since the sign-in the account may have got a role that demands a second factor, or set one up: at this browser or another.
        var session = await db.Sessions.AsNoTracking().Include(s => s.Account).SingleAsync(s => s.Id == signIn.SessionId, cancel);
        if (await secondFactors.Next(session, cancel) != SecondFactorStep.Nothing)
            throw NotGood(signIn);

        signIn.Methods = session.Methods;
        token.Use(clock.Now);
        var next = signIns.NextRefreshToken(signIn);
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();    // another use of it was first: this one is its repeat, or the token is gone
            return await Answer(client, form, cancel);
        }
        return tokens.Of(signIn, next, first: false);
    }

    static OAuthException NotGood(SignIn? signIn = null) =>
        OAuthException.InvalidGrant("The refresh token is not good: used, expired, ended, for another client, or a second factor is to be given first.", signIn?.AccountId.ToString() ?? "");
}
