using System.Text.Json;
using Gms.Access.Accounts;
using Gms.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.OpenId;

/// <summary>
/// A token with which a service calls another one in the name of who asked (RFC 8693). It says who asked, who acts, for whom it is, and
/// ends no later than the token that was brought.
/// </summary>
sealed class TokenExchangeGrant(AccessDb db, OpenIdSettings settings, TokenReader reader, TokenIssuer issuer, UserManager<Account> accounts, SignIns signIns, WebAudit audit)
{
    const string AccessTokenType = "urn:ietf:params:oauth:token-type:access_token";

    /// <summary>In Development only: the subject is the name of an account. The local tool has no browser to sign in with.</summary>
    const string AccountType = "urn:gms:token-type:account";

    public async Task<TokenAnswer> Answer(OAuthClient client, Form form, CancellationToken cancel)
    {
        var subjectToken = form.Required("subject_token");
        var type = form.Required("subject_token_type");
        if (form["actor_token"] is not null)
            throw OAuthException.InvalidRequest("The actor is the client that asks; actor_token is not read.");
        if (form["requested_token_type"] is { } requested && requested != AccessTokenType)
            throw OAuthException.InvalidRequest("Only access tokens are given.");

        if (type == AccountType && settings.Development && client.Id == RegistryClients.Access)
            return await ForAccount(subjectToken, client, cancel);
        if (type != AccessTokenType)
            throw OAuthException.InvalidRequest("subject_token_type must be that of an access token.");
        if (form["audience"] is not { } audience || !RegistryClients.IsService(audience))
            throw OAuthException.InvalidTarget(client);

        // Only a token that was meant for this service: one for another service was not given to it by its caller.
        var token = await reader.AccessToken(subjectToken, [AccessSettings.WholeRegistry, client.Id], cancel)
            ?? throw OAuthException.InvalidGrant("subject_token has expired, was not issued here, or is not for this service.", client.Subject);
        var subject = Subject.Of(token);
        if (!await IsStillGood(subject, cancel))
            throw OAuthException.InvalidGrant("Who asked may no longer sign in.", subject.Id);

        var actor = Actor.Of(client.Id, token.TryGetPayloadValue<JsonElement>("act", out var before) ? before : null);
        return TokenAnswer.Of(issuer.AccessToken(subject, audience, client.Id, actor, notAfter: new DateTimeOffset(token.ValidTo))) with { IssuedTokenType = AccessTokenType };
    }

    async Task<bool> IsStillGood(Subject subject, CancellationToken cancel)
    {
        if (subject.Session is { } session && !await signIns.GoesOn(session, cancel))
            return false;
        if (subject.Account is { } account)
            return await db.Accounts.AnyAsync(a => a.Id == account && (a.LockoutEnd == null || a.LockoutEnd != DateTimeOffset.MaxValue), cancel);
        if (subject.Client is { } machine)
            return await db.Clients.AnyAsync(c => c.Id == machine && c.WithdrawnAt == null, cancel);
        return true;
    }

    async Task<TokenAnswer> ForAccount(string name, OAuthClient client, CancellationToken cancel)
    {
        var normalised = accounts.NormalizeName(name);
        var account = await db.Accounts.Include(a => a.Organisation).SingleOrDefaultAsync(a => a.NormalizedUserName == normalised, cancel);
        if (account is null || account.IsLocked)
            throw OAuthException.InvalidGrant("There is no such account, or it is locked.");

        audit.Happened("development-token-issued", account.Id.ToString(), account.OrganisationId?.ToString() ?? "");
        await db.SaveChangesAsync(cancel);
        return TokenAnswer.Of(issuer.AccessToken(Subject.Of(account), AccessSettings.WholeRegistry, client.Id)) with { IssuedTokenType = AccessTokenType };
    }
}
