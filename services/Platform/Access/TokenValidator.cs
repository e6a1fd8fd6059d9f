using System.Collections.Concurrent;
using System.Security.Claims;
using Grpc.Core;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Gms.Platform;

/// <summary>
/// Reads access tokens (RFC 9068 in spirit: ES256 by default, audience this service or the whole registry). A token is verified once and the
/// result kept until it expires: verifying costs more than a database read.
/// </summary>
sealed class TokenValidator(ServiceIdentity service, AccessSettings settings, IConfigurationManager<OpenIdConnectConfiguration> issuer)
{
    const int MostKept = 50_000;

    readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false };
    readonly ConcurrentDictionary<string, (Caller Caller, DateTime Expires)> _kept = new(StringComparer.Ordinal);

    public async ValueTask<Caller> Caller(Metadata headers, CancellationToken cancel)
    {
        var token = Token(headers) ?? throw Refuse.NotSignedIn(PlatformProblems.TokenMissing());
        if (_kept.TryGetValue(token, out var kept))
        {
            if (kept.Expires > DateTime.UtcNow)
                return OnBehalf(kept.Caller, headers);

            throw Refuse.NotSignedIn(PlatformProblems.TokenExpired());    // and stays kept: a client that goes on with it costs no verification each time
        }

        var (caller, expires) = await Verify(token, cancel);
        if (_kept.Count > MostKept)
            _kept.Clear();
        _kept[token] = (caller, expires);
        return OnBehalf(caller, headers);
    }

    public static string? Token(Metadata headers) =>
        headers.GetValue("authorization") is { Length: > 7 } header && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..] : null;

    async Task<(Caller Caller, DateTime Expires)> Verify(string token, CancellationToken cancel)
    {
        OpenIdConnectConfiguration keys;
        try
        {
            keys = await issuer.GetConfigurationAsync(cancel);
        }
        catch (InvalidOperationException)
        {
            throw Refuse.Unavailable(PlatformProblems.IssuerUnreachable());
        }

        var result = await _handler.ValidateTokenAsync(token, Parameters(keys));
        if (!result.IsValid && result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            issuer.RequestRefresh();    // the issuer may have rotated its keys
            result = await _handler.ValidateTokenAsync(token, Parameters(await issuer.GetConfigurationAsync(cancel)));
        }
        if (!result.IsValid)
            throw Refuse.NotSignedIn(result.Exception is SecurityTokenExpiredException ? PlatformProblems.TokenExpired() : PlatformProblems.TokenInvalid());

        return (CallerOf(result.ClaimsIdentity), result.SecurityToken.ValidTo);
    }

    TokenValidationParameters Parameters(OpenIdConnectConfiguration keys) => new()
    {
        ValidIssuer = settings.Issuer,
        IssuerSigningKeys = keys.SigningKeys,
        ValidAudiences = [AccessSettings.WholeRegistry, service.Client],
        ValidAlgorithms = settings.Algorithms,
        ClockSkew = TimeSpan.FromSeconds(5),
        RequireExpirationTime = true,
        RequireSignedTokens = true,
    };

    static Caller CallerOf(ClaimsIdentity claims)
    {
        string? One(string type) => claims.FindFirst(type)?.Value is { Length: > 0 } value ? value : null;

        return new()
        {
            Account = One("sub") ?? throw Refuse.NotSignedIn(PlatformProblems.TokenInvalid()),
            Organisation = One("org") ?? "",
            Country = One("country"),
            Agency = Guid.TryParse(One("agency"), out var agency) ? agency : null,
            Worker = One("worker"),
            Roles = claims.FindAll("roles").Select(c => c.Value).ToHashSet(StringComparer.Ordinal),
            Actor = One("act") is { } act ? ActorOf(act) : null,
        };
    }

    /// <summary>RFC 8693: `act` is an object whose `sub` is the acting party.</summary>
    static string? ActorOf(string act)
    {
        using var json = System.Text.Json.JsonDocument.Parse(act);
        return json.RootElement.TryGetProperty("sub", out var sub) ? sub.GetString() : null;
    }

    /// <summary>A service that goes on with earlier work says for whom, so that the person reads the right name in the disclosures.</summary>
    static Caller OnBehalf(Caller caller, Metadata headers) =>
        caller.Actor is { } actor && caller.Account == "service:" + actor && headers.GetValue(ServiceIdentity.OnBehalfOf) is { Length: > 0 } said && said.Split('|') is [var account, var organisation]
            ? caller with { Account = account, Organisation = organisation }
            : caller;
}
