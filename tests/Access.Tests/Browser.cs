using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;
using Xunit;

namespace Gms.Access.Tests;

/// <summary>A person's browser: keeps cookies, fills forms, follows redirects when told to.</summary>
/// <param name="host">What it asks.</param>
/// <param name="forwardedFor">What a proxy before it says of whom it asks for; null: there is none.</param>
sealed partial class Browser(OpenIdHost host, string? forwardedFor = null) : IDisposable
{
    public const string Verifier = "a-verifier-of-at-least-43-characters-0123456789";

    readonly HttpClient _http = Client(forwardedFor);

    public static string Challenge => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public async Task<Shown> Open(string address)
    {
        using var response = await _http.GetAsync(address.StartsWith('/') ? host.Issuer + address : address);
        return await Read(response);
    }

    public async Task<Shown> Submit(Shown form, params (string Name, string Value)[] typed)
    {
        var hidden = Hidden().Matches(form.Html).Select(m => (m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        using var response = await _http.PostAsync(host.Issuer + Action().Match(form.Html).Groups[1].Value,
            new FormUrlEncodedContent(hidden.Concat(typed).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
        return await Read(response);
    }

    /// <summary>Where the portal sends people to sign in.</summary>
    public static string AuthorizeAddress(params (string Name, string? Value)[] other)
    {
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = "portal",
            ["redirect_uri"] = OpenIdHost.Redirect,
            ["response_type"] = "code",
            ["scope"] = "openid offline_access",
            ["state"] = "the state",
            ["nonce"] = "the nonce",
            ["code_challenge"] = Challenge,
            ["code_challenge_method"] = "S256",
        };
        foreach (var (name, value) in other)
            query[name] = value;
        return QueryHelpers.AddQueryString("/connect/authorize", query);
    }

    /// <summary>From the portal's link through the form, to the address that the portal gets back.</summary>
    public async Task<Shown> SignIn(string account, string? password = null, params (string Name, string? Value)[] other)
    {
        var toForm = await Open(AuthorizeAddress(other));
        Assert.Equal(HttpStatusCode.Redirect, toForm.Status);
        var answer = await Submit(await Open(toForm.Location!), ("account", account), ("password", password ?? host.SignIn(account).Password));
        return answer.Status == HttpStatusCode.Redirect && answer.Location!.StartsWith("/connect/authorize", StringComparison.Ordinal) ? await Open(answer.Location) : answer;
    }

    /// <summary>A code for the portal.</summary>
    public async Task<string> Code(string account) => (await SignIn(account))["code"] ?? throw new InvalidOperationException("There was no code.");

    public void Dispose() => _http.Dispose();

    static HttpClient Client(string? forwardedFor)
    {
        var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new() });
        if (forwardedFor is not null)
            http.DefaultRequestHeaders.Add("X-Forwarded-For", forwardedFor);
        return http;
    }

    static async Task<Shown> Read(HttpResponseMessage response) => new(response.StatusCode, response.Headers.Location?.OriginalString, await response.Content.ReadAsStringAsync(),
        response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : "");

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\">")]
    private static partial Regex Hidden();

    [GeneratedRegex("action=\"([^\"]+)\"")]
    private static partial Regex Action();
}

/// <summary>What the browser was answered.</summary>
sealed record Shown(HttpStatusCode Status, string? Location, string Html, string Policy)
{
    /// <summary>A parameter of the address that it was sent to.</summary>
    public string? this[string name] => Location is null ? null : QueryHelpers.ParseQuery(new Uri(Location).Query).TryGetValue(name, out var value) ? value.ToString() : null;
}
