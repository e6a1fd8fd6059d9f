using System.Text.Json.Serialization;

namespace Gms.Access.OpenId;

/// <summary>A successful answer of the token endpoint (RFC 6749, 5.1; RFC 8693, 2.2.1; OpenID Connect Core, 3.1.3.3).</summary>
sealed record TokenAnswer
{
    [JsonPropertyName("access_token")]
    public required string AccessToken { get; init; }

    [JsonPropertyName("token_type")]
    public string TokenType { get; init; } = "Bearer";

    [JsonPropertyName("expires_in")]
    public required int ExpiresIn { get; init; }

    [JsonPropertyName("issued_token_type")]
    public string? IssuedTokenType { get; init; }

    [JsonPropertyName("refresh_token")]
    public string? RefreshToken { get; init; }

    [JsonPropertyName("id_token")]
    public string? IdToken { get; init; }

    [JsonPropertyName("scope")]
    public string? Scope { get; init; }

    public static TokenAnswer Of(IssuedToken issued) => new() { AccessToken = issued.Token, ExpiresIn = issued.ExpiresIn };
}

/// <summary>A refusal (RFC 6749, 5.2).</summary>
sealed record ErrorAnswer([property: JsonPropertyName("error")] string Error, [property: JsonPropertyName("error_description")] string Description);
