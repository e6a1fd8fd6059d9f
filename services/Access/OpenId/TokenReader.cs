using Gms.Access.Tokens;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Gms.Access.OpenId;

/// <summary>Reads the tokens that this issuer made. Null for any that does not hold.</summary>
sealed class TokenReader(AccessDb db, OpenIdSettings settings, KeyRing ring, RealTime clock)
{
    static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    public Task<JsonWebToken?> AccessToken(string token, IEnumerable<string> audiences, CancellationToken cancel) => Read(token, "at+jwt", audiences, mayHaveExpired: false, cancel);

    /// <summary>Who signs out may hold an id token that has long expired; it still says who signed in.</summary>
    public Task<JsonWebToken?> IdTokenHint(string token, IEnumerable<string> audiences, CancellationToken cancel) => Read(token, "JWT", audiences, mayHaveExpired: true, cancel);

    async Task<JsonWebToken?> Read(string token, string type, IEnumerable<string> audiences, bool mayHaveExpired, CancellationToken cancel)
    {
        var result = await Handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = settings.Issuer,
            ValidAudiences = audiences,
            ValidTypes = [type],
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            IssuerSigningKeys = await ring.Told(db, clock.Now, cancel),
            LifetimeValidator = (_, expires, _, _) => expires is { } end && (mayHaveExpired || end > clock.Now.UtcDateTime),
        });
        return result.IsValid ? (JsonWebToken)result.SecurityToken : null;
    }
}
