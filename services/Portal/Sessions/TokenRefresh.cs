using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Options;

namespace Gms.Portal.Sessions;

/// <summary>Access tokens live ten minutes: shortly before that a new one is fetched. When the session was ended at Access, it ends here.</summary>
static class TokenRefresh
{
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(5) };

    public static async Task Validate(CookieValidatePrincipalContext context)
    {
        if (!DateTimeOffset.TryParse(context.Properties.GetTokenValue("expires_at"), CultureInfo.InvariantCulture, out var expires) || expires > DateTimeOffset.UtcNow.AddMinutes(1))
            return;

        var openId = context.HttpContext.RequestServices.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>().Get(OpenIdConnectDefaults.AuthenticationScheme);
        if (context.Properties.GetTokenValue("refresh_token") is { } refresh && await Renewed(openId, refresh, context.HttpContext.RequestAborted) is { } tokens)
        {
            context.Properties.UpdateTokenValue("access_token", tokens.Access);
            context.Properties.UpdateTokenValue("refresh_token", tokens.Refresh ?? refresh);
            context.Properties.UpdateTokenValue("expires_at", tokens.Expires.ToString("o", CultureInfo.InvariantCulture));
            context.ShouldRenew = true;
        }
        else if (expires < DateTimeOffset.UtcNow)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        }
    }

    static async Task<(string Access, string? Refresh, DateTimeOffset Expires)?> Renewed(OpenIdConnectOptions openId, string refresh, CancellationToken cancel)
    {
        try
        {
            var issuer = await openId.ConfigurationManager!.GetConfigurationAsync(cancel);
            using var request = new HttpRequestMessage(HttpMethod.Post, issuer.TokenEndpoint)
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh }),
            };
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{openId.ClientId}:{openId.ClientSecret}")));
            using var response = await Http.SendAsync(request, cancel);
            if (!response.IsSuccessStatusCode)
                return null;

            using var json = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancel));
            var answer = json.RootElement;
            return (answer.GetProperty("access_token").GetString()!, answer.TryGetProperty("refresh_token", out var next) ? next.GetString() : null,
                DateTimeOffset.UtcNow.AddSeconds(answer.GetProperty("expires_in").GetInt32()));
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or InvalidOperationException)
        {
            return null;
        }
    }
}
