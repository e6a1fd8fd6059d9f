using System.Net.Http.Headers;
using Gms.Platform;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.OpenId;

/// <summary>/connect/userinfo: what is known of who signed in (OpenID Connect Core, 5.3).</summary>
sealed class UserInfo(AccessDb db, TokenReader reader, SignIns signIns)
{
    public async Task<IResult> Answer(HttpContext http)
    {
        http.Response.Headers.CacheControl = "no-store";
        if (await Claims(http) is { } claims)
            return Results.Json(claims);

        http.Response.Headers.WWWAuthenticate = "Bearer realm=\"gms\", error=\"invalid_token\"";
        return Results.Json(new ErrorAnswer("invalid_token", "The access token is missing, has expired or is not a person's."), Json.Options, statusCode: StatusCodes.Status401Unauthorized);
    }

    async Task<Dictionary<string, object>?> Claims(HttpContext http)
    {
        var cancel = http.RequestAborted;
        if (!AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var header) || !"Bearer".Equals(header.Scheme, StringComparison.OrdinalIgnoreCase) || header.Parameter is null
            || await reader.AccessToken(header.Parameter, [AccessSettings.WholeRegistry], cancel) is not { } token || Subject.Of(token).Account is not { } id)
            return null;

        var account = await db.Accounts.AsNoTracking().Include(a => a.Organisation).SingleOrDefaultAsync(a => a.Id == id, cancel);
        if (account is null || account.IsLocked || (Subject.Of(token).Session is { } session && !await signIns.GoesOn(session, cancel)))
            return null;
        var claims = Subject.Of(account).Claims();
        if (token.TryGetPayloadValue<string>("scope", out var scope) && scope.Split(' ').Contains("profile"))
        {
            claims["preferred_username"] = account.UserName!;
            if (account.Organisation is { } organisation)
                claims["org_name"] = organisation.Name;
        }
        return claims;
    }
}
