using Gms.Access.Tokens;
using Microsoft.AspNetCore.Http;

namespace Gms.Access.OpenId;

/// <summary>What a client has to know before it asks: addresses, abilities and keys (OpenID Connect Discovery 1.0).</summary>
static class Discovery
{
    public static IResult Configuration(HttpContext http, OpenIdSettings settings)
    {
        http.Response.Headers.CacheControl = "public, max-age=300";
        return Results.Json(new
        {
            issuer = settings.Issuer,
            authorization_endpoint = settings.Address("/connect/authorize"),
            token_endpoint = settings.Address("/connect/token"),
            userinfo_endpoint = settings.Address("/connect/userinfo"),
            end_session_endpoint = settings.Address("/connect/logout"),
            jwks_uri = settings.Address("/connect/jwks"),
            scopes_supported = AuthorizeRequest.Scopes,
            response_types_supported = new[] { "code" },
            response_modes_supported = new[] { "query" },
            grant_types_supported = new[] { GrantTypes.AuthorizationCode, GrantTypes.RefreshToken, GrantTypes.ClientCredentials, GrantTypes.TokenExchange },
            subject_types_supported = new[] { "public" },
            id_token_signing_alg_values_supported = new[] { "ES256" },
            token_endpoint_auth_methods_supported = new[] { "client_secret_basic", "client_secret_post" },
            code_challenge_methods_supported = new[] { "S256" },
            prompt_values_supported = new[] { "none", "login", "select_account" },
            acr_values_supported = new[] { AuthorizeRequest.ByCode },
            ui_locales_supported = Gms.Portal.Languages.Language.All.Select(l => l.Code),
            claims_supported = new[] { "sub", "sid", "auth_time", "amr", "nonce", "preferred_username", "org", "org_name", "country", "agency", "worker", "roles" },
            authorization_response_iss_parameter_supported = true,
            request_parameter_supported = false,
            request_uri_parameter_supported = false,
            claims_parameter_supported = false,
        });
    }

    public static async Task<IResult> Keys(HttpContext http, AccessDb db, KeyRing ring, RealTime clock)
    {
        // Not kept: whoever meets an unknown key must find it here at once.
        http.Response.Headers.CacheControl = "no-cache";
        var keys = await ring.Told(db, clock.Now, http.RequestAborted);
        return Results.Json(new { keys = keys.Select(KeyRing.ToJson) });
    }
}
