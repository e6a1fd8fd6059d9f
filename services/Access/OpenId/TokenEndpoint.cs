using Microsoft.AspNetCore.Http;

namespace Gms.Access.OpenId;

/// <summary>POST /connect/token.</summary>
sealed class TokenEndpoint(RegistryClients clients, ClientCredentialsGrant credentials, TokenExchangeGrant exchange, CodeGrant code, RefreshGrant refresh, WebAudit audit)
{
    public async Task<IResult> Answer(HttpContext http)
    {
        NoStore(http);
        var cancel = http.RequestAborted;
        try
        {
            return Results.Json(await Answer(http.Request, cancel), Json.Options);
        }
        catch (OAuthException refused)
        {
            await Audit(refused, cancel);
            if (refused.Status == StatusCodes.Status401Unauthorized)
                http.Response.Headers.WWWAuthenticate = "Basic realm=\"gms\"";
            return Results.Json(new ErrorAnswer(refused.Error, refused.Message), Json.Options, statusCode: refused.Status);
        }
    }

    async Task<TokenAnswer> Answer(HttpRequest request, CancellationToken cancel)
    {
        var form = await Form.OfBody(request, cancel);
        var client = await clients.Authenticated(request, form, cancel);
        var grantType = form.Required("grant_type");
        if (grantType is not (GrantTypes.ClientCredentials or GrantTypes.TokenExchange or GrantTypes.AuthorizationCode or GrantTypes.RefreshToken))
            throw new OAuthException("unsupported_grant_type", "This grant_type is not known here.");
        if (!client.MayUse(grantType))
            throw new OAuthException("unauthorized_client", "This client may not use this grant_type.", client.Id);

        return grantType switch
        {
            GrantTypes.ClientCredentials => await credentials.Answer(client, form, cancel),
            GrantTypes.TokenExchange => await exchange.Answer(client, form, cancel),
            GrantTypes.AuthorizationCode => await code.Answer(client, form, cancel),
            _ => await refresh.Answer(client, form, cancel),
        };
    }

    /// <summary>A request that cannot be read is a mistake of a program; the rest may be an attempt.</summary>
    Task Audit(OAuthException refused, CancellationToken cancel) => refused.Error is "invalid_request" or "unsupported_grant_type"
        ? Task.CompletedTask
        : audit.Refused("token-refused", refused.Error, refused.Account, cancel);

    static void NoStore(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Pragma = "no-cache";
    }
}
