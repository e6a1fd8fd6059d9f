using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Options;

namespace Gms.Portal.Sessions;

/// <summary>
/// Access tokens live ten minutes: shortly before that a new one is fetched. Whether the session goes on is asked of Access in between, since somebody may have
/// signed out everywhere or been locked: when it was ended there, it ends here. Asking is its use, too: one that nobody uses ends there. While Access does not
/// answer nobody is signed out: what is sent meanwhile is refused by the services, whose check of the token this is not, and comes back with what was typed.
/// </summary>
static class TokenRefresh
{
    static readonly TimeSpan AskedEvery = TimeSpan.FromSeconds(30);

    /// <summary>So long a request may be under way that was sent with the cookie before.</summary>
    static readonly TimeSpan KeptFor = TimeSpan.FromMinutes(1);

    static readonly ConcurrentDictionary<string, Lazy<Task<Renewal>>> UnderWay = new();

    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        if (!DateTimeOffset.TryParse(context.Properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, out var expires))
            return;

        var openId = context.HttpContext.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdConnectDefaults.AuthenticationScheme);
        if (expires > DateTimeOffset.UtcNow.AddMinutes(1))
        {
            if (await WasEnded(openId, context.Properties.GetTokenValue("access_token") ?? "", context.HttpContext))
                await Reject(context);
            return;
        }
        if (context.Properties.GetTokenValue("refresh_token") is not { } refresh)
        {
            if (expires < DateTimeOffset.UtcNow)
                await Reject(context);
        }
        else if (await Renewed(openId, refresh).WaitAsync(context.HttpContext.RequestAborted) is var renewal && renewal.Tokens is { } tokens)
        {
            context.Properties.UpdateTokenValue("access_token", tokens.Access);
            context.Properties.UpdateTokenValue("refresh_token", tokens.Refresh ?? refresh);
            context.Properties.UpdateTokenValue("expires_at", tokens.Expires.ToString("o", CultureInfo.InvariantCulture));
            context.ShouldRenew = true;
        }
        else if (renewal.Refused && expires < DateTimeOffset.UtcNow)
        {
            await Reject(context);
        }
    }

    static async Task Reject(CookieValidatePrincipalContext context)
    {
        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
    }

    /// <summary>
    /// Asked at most every half minute for one token, and always on the first page, to which signing out leads. When it was asked is kept here, not in the cookie:
    /// a request that was under way would bring back the refresh token that another one has just used. No answer ends nothing.
    /// </summary>
    static async Task<bool> WasEnded(OpenIdConnectOptions openId, string token, HttpContext http)
    {
        var asked = http.RequestServices.GetRequiredService<IMemoryCache>();
        var key = (typeof(TokenRefresh), token);
        if (http.Request.Path != "/" && asked.TryGetValue(key, out _))
            return false;
        try
        {
            var issuer = await openId.ConfigurationManager!.GetConfigurationAsync(http.RequestAborted);
            using var request = new HttpRequestMessage(HttpMethod.Get, issuer.UserInfoEndpoint);
            request.Headers.Authorization = new("Bearer", token);
            using var response = await Http.SendAsync(request, http.RequestAborted);
            if (response.StatusCode == System.Net.HttpStatusCode.Unauthorized)
                return true;
            asked.Set(key, true, AskedEvery);
            return false;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>
    /// A refresh token is used up by one use; Access bears another within a minute, as of another replica: two pages that ask at once share the answer, and one
    /// that is left does not break off what the other waits for. Kept until the browser's cookie has the next.
    /// </summary>
    static async Task<Renewal> Renewed(OpenIdConnectOptions openId, string refresh)
    {
        var asked = new Lazy<Task<Renewal>>(() => Ask(openId, refresh));
        var shared = UnderWay.GetOrAdd(refresh, asked);
        var renewal = await shared.Value;
        if (shared == asked)
            _ = Task.Delay(renewal.Tokens is null ? TimeSpan.Zero : KeptFor, CancellationToken.None).ContinueWith(_ => UnderWay.TryRemove(refresh, out var _), TaskScheduler.Default);
        return renewal;
    }

    static async Task<Renewal> Ask(OpenIdConnectOptions openId, string refresh)
    {
        try
        {
            var issuer = await openId.ConfigurationManager!.GetConfigurationAsync(CancellationToken.None);
            using var request = new HttpRequestMessage(HttpMethod.Post, issuer.TokenEndpoint)
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh }),
            };
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{openId.ClientId}:{openId.ClientSecret}")));
            using var response = await Http.SendAsync(request);
            if (!response.IsSuccessStatusCode)
                return new(null, Refused: response.StatusCode is System.Net.HttpStatusCode.BadRequest or System.Net.HttpStatusCode.Unauthorized);

            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            var answer = json.RootElement;
            return new(
                new(answer.GetProperty("access_token").GetString()!, answer.TryGetProperty("refresh_token", out var next) ? next.GetString() : null,
                    DateTimeOffset.UtcNow.AddSeconds(answer.GetProperty("expires_in").GetInt32())),
                Refused: false);
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or InvalidOperationException or JsonException)
        {
            return new(null, Refused: false);
        }
    }

    sealed record Tokens(string Access, string? Refresh, DateTimeOffset Expires);

    /// <summary>What Access answered; neither tokens nor refused when it answered nothing.</summary>
    sealed record Renewal(Tokens? Tokens, bool Refused);
}
