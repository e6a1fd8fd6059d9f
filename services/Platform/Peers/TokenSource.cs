using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Gms.Platform;

/// <summary>
/// Tokens for calls to other services: the caller's own token exchanged (RFC 8693: subject = who asked, actor = this service, audience = one service),
/// or this service's own when it goes on with earlier work. Kept until shortly before they expire.
/// </summary>
sealed class TokenSource(HttpClient http, AccessSettings settings)
{
    const string Exchange = "urn:ietf:params:oauth:grant-type:token-exchange";
    const string AccessToken = "urn:ietf:params:oauth:token-type:access_token";

    readonly ConcurrentDictionary<string, Lazy<Task<(string Token, DateTime Until)>>> _kept = new();

    public Task<string> OnBehalfOf(string token, string audience) =>
        Kept(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token))) + "|" + audience, new()
        {
            ["grant_type"] = Exchange,
            ["subject_token"] = token,
            ["subject_token_type"] = AccessToken,
            ["requested_token_type"] = AccessToken,
            ["audience"] = audience,
        });

    public Task<string> Own(string audience) => Kept(audience, new() { ["grant_type"] = "client_credentials", ["audience"] = audience });

    async Task<string> Kept(string key, Dictionary<string, string> form)
    {
        if (_kept.Count > 20_000)
            _kept.Clear();
        var entry = _kept.GetOrAdd(key, _ => new(() => Ask(form)));
        try
        {
            var (token, until) = await entry.Value;
            if (until > DateTime.UtcNow)
                return token;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException)
        {
            _kept.TryRemove(new(key, entry));
            throw Refuse.Unavailable(PlatformProblems.IssuerUnreachable());
        }
        _kept.TryRemove(new(key, entry));
        return await Kept(key, form);
    }

    async Task<(string, DateTime)> Ask(Dictionary<string, string> form)
    {
        var secret = settings.ClientSecretFile is { } file
            ? (await File.ReadAllTextAsync(file)).Trim()
            : throw new InvalidOperationException("Access__ClientSecretFile is not set: this service cannot call others.");
        using var request = new HttpRequestMessage(HttpMethod.Post, settings.Issuer.TrimEnd('/') + "/connect/token") { Content = new FormUrlEncodedContent(form) };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(settings.ClientId)}:{Uri.EscapeDataString(secret)}")));

        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>() ?? throw new HttpRequestException("The token endpoint answered nothing.");
        return (answer.AccessToken, DateTime.UtcNow.AddSeconds(answer.ExpiresIn - 30));
    }

    sealed record Answer([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
