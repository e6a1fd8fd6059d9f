using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Serialization;

namespace Gms.Local.Demo;

/// <summary>Tokens for the demonstration's accounts. Only Access in Development gives them without a browser, and only to who holds its own client secret.</summary>
public sealed class Accounts(Doors doors) : IDisposable
{
    readonly HttpClient _http = new(doors.Handler?.Invoke() ?? new SocketsHttpHandler()) { Timeout = TimeSpan.FromSeconds(60) };
    readonly ConcurrentDictionary<string, (string Token, DateTime Until)> _kept = new();

    public Accounts(LocalSystem system) : this(Doors.Of(system))
    {
    }

    public async Task<string> Token(string account)
    {
        if (_kept.TryGetValue(account, out var kept) && kept.Until > DateTime.UtcNow)
            return kept.Token;

        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(doors.Tokens(), "/connect/token"))
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange",
                ["subject_token"] = account,
                ["subject_token_type"] = "urn:gms:token-type:account",
            }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"access:{doors.AccessSecret()}")));
        using var response = await _http.SendAsync(request);
        if ((int)response.StatusCode is >= 400 and < 500)
            throw new CannotGoOnException($"Access gives no token for the account {account}. The accounts are listed in {doors.SignInsFile}.");
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<Answer>() ?? throw new HttpRequestException("The token endpoint answered nothing.");
        _kept[account] = (answer.AccessToken, DateTime.UtcNow.AddSeconds(answer.ExpiresIn - 60));
        return answer.AccessToken;
    }

    public void Dispose() => _http.Dispose();

    sealed record Answer([property: JsonPropertyName("access_token")] string AccessToken, [property: JsonPropertyName("expires_in")] int ExpiresIn);
}
