using System.Security.Cryptography;
using System.Text;
using Gms.Access.Tokens;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.Tokens;

namespace Gms.Access.OpenId;

/// <summary>Gives the client the tokens of a person's sign-in for the code (RFC 6749, 4.1.3, with RFC 7636).</summary>
sealed class CodeGrant(AccessDb db, SignIns signIns, SignInTokens tokens, WebAudit audit, RealTime clock)
{
    public async Task<TokenAnswer> Answer(OAuthClient client, Form form, CancellationToken cancel)
    {
        var (hash, verifier) = (Handle.HashOf(form.Required("code")), form["code_verifier"] ?? "");
        var code = await db.Codes.Include(c => c.SignIn!.Account!.Organisation).SingleOrDefaultAsync(c => c.Hash == hash, cancel);
        if (code?.SignIn is not { } signIn || signIn.ClientId != client.Id)
            throw NotGood();
        if (code.UsedAt is not null || form["redirect_uri"] != code.RedirectUri || !Proves(verifier, code.CodeChallenge))
            return await End(signIn, cancel);
        if (code.ExpiresAt <= clock.Now || !signIn.IsOpenAt(clock.Now) || !await signIns.GoesOn(signIn.SessionId, cancel))
            throw NotGood(signIn);

        code.Use(clock.Now);
        var refresh = signIn.Has("offline_access") ? signIns.NextRefreshToken(signIn) : null;
        audit.Happened("sign-in-given", signIn.AccountId.ToString(), signIn.Account!.OrganisationId?.ToString() ?? "");
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            db.ChangeTracker.Clear();
            return await End(await db.SignIns.SingleAsync(s => s.Id == signIn.Id, cancel), cancel);
        }
        return tokens.Of(signIn, refresh, first: true);
    }

    /// <summary>Whoever brings a code twice, or cannot prove that it was asked for here, may have stolen it: what it gave ends.</summary>
    async Task<TokenAnswer> End(SignIn signIn, CancellationToken cancel)
    {
        signIn.End(clock.Now, SignInEnd.CodeReused);
        await db.SaveChangesAsync(cancel);
        throw NotGood(signIn);
    }

    static bool Proves(string verifier, string challenge) =>
        verifier.Length is >= 43 and <= 128
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))), Encoding.ASCII.GetBytes(challenge));

    static OAuthException NotGood(SignIn? signIn = null) =>
        OAuthException.InvalidGrant("The code is not good: used, expired, for another client or redirect_uri, or code_verifier does not fit.", signIn?.AccountId.ToString() ?? "");
}
