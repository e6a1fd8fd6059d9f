using Gms.Access.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gms.Access.OpenId;

/// <summary>An access token and how long it holds.</summary>
sealed record IssuedToken(string Token, int ExpiresIn);

/// <summary>Makes the tokens: access tokens (RFC 9068) and, for the client that a person signed in to, id tokens.</summary>
sealed class TokenIssuer(OpenIdSettings settings, KeyRing ring, RealTime clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="notAfter">An exchanged token never outlives the one it was exchanged for.</param>
    public IssuedToken AccessToken(Subject subject, string audience, string client, Dictionary<string, object>? actor = null, string? scope = null, DateTimeOffset? notAfter = null)
    {
        var claims = subject.Claims();
        claims["client_id"] = client;
        claims["jti"] = Guid.CreateVersion7().ToString();
        if (actor is not null)
            claims["act"] = actor;
        if (scope is not null)
            claims["scope"] = scope;

        var now = clock.Now;
        var expires = notAfter is { } end && end < now + Lifetime ? end : now + Lifetime;
        return new(Signed("at+jwt", audience, claims, now, expires), (int)(expires - now).TotalSeconds);
    }

    public string IdToken(SignIn signIn, bool withNonce)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = signIn.AccountId.ToString(),
            ["sid"] = signIn.SessionId.ToString(),
            ["auth_time"] = signIn.SignedInAt.ToUnixTimeSeconds(),
            ["amr"] = signIn.Methods,
        };
        if (withNonce && signIn.Nonce is { } nonce)
            claims["nonce"] = nonce;
        return Signed("JWT", signIn.ClientId, claims, clock.Now, clock.Now + Lifetime);
    }

    string Signed(string type, string audience, Dictionary<string, object> claims, DateTimeOffset now, DateTimeOffset expires) => _handler.CreateToken(new SecurityTokenDescriptor
    {
        TokenType = type,
        Issuer = settings.Issuer,
        Audience = audience,
        IssuedAt = now.UtcDateTime,
        NotBefore = now.UtcDateTime,
        Expires = expires.UtcDateTime,
        Claims = claims,
        SigningCredentials = ring.Signing,
    });
}
