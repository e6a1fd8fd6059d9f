using System.Globalization;
using System.Text.RegularExpressions;

namespace Gms.Access.OpenId;

/// <summary>A client's wish to have a person signed in (OpenID Connect Core, 3.1.2.1), already checked.</summary>
sealed partial record AuthorizeRequest
{
    public static readonly IReadOnlyList<string> Scopes = ["openid", "profile", "offline_access"];

    /// <summary>Asked for as acr_values (OpenID Connect Core, 3.1.2.1): the form for workers stands first. Either form leads to the other.</summary>
    public const string ByCode = "urn:gms:acr:code";

    public required string ClientId { get; init; }

    public required string RedirectUri { get; init; }

    public required string Scope { get; init; }

    public required string CodeChallenge { get; init; }

    public string? Nonce { get; init; }

    /// <summary>The person must type the password again.</summary>
    public bool Again { get; init; }

    /// <summary>No page may be shown.</summary>
    public bool Silently { get; init; }

    public TimeSpan? MaxAge { get; init; }

    /// <summary>Reads what is wrong in a way that may be told to the client; where to send it is known by then.</summary>
    public static AuthorizeRequest Read(Form form, string clientId, string redirectUri)
    {
        if (form.Required("response_type") != "code")
            throw new OAuthException("unsupported_response_type", "response_type must be code.");
        if (form["response_mode"] is { } mode && mode != "query")
            throw OAuthException.InvalidRequest("response_mode must be query.");
        if (form["request"] is not null)
            throw new OAuthException("request_not_supported", "Request objects are not read here.");
        if (form["request_uri"] is not null)
            throw new OAuthException("request_uri_not_supported", "Request objects are not read here.");
        if (form["code_challenge_method"] != "S256" || form["code_challenge"] is not { } challenge || !Challenge().IsMatch(challenge))
            throw OAuthException.InvalidRequest("PKCE is needed: code_challenge with code_challenge_method S256.");

        var scopes = (form["scope"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Distinct().ToList();
        if (!scopes.Contains("openid") || scopes.Exists(s => !Scopes.Contains(s)))
            throw new OAuthException("invalid_scope", $"scope must hold openid, and nothing but {string.Join(", ", Scopes)}.");
        if (form["nonce"] is { Length: > 500 } || form["state"] is { Length: > 2000 })
            throw OAuthException.InvalidRequest("nonce or state is too long.");

        var prompts = (form["prompt"] ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (prompts.Contains("none") && prompts.Length > 1)
            throw OAuthException.InvalidRequest("prompt=none stands alone.");
        TimeSpan? maxAge = form["max_age"] is not { } age ? null
            : int.TryParse(age, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : throw OAuthException.InvalidRequest("max_age must be a number of seconds.");

        return new()
        {
            ClientId = clientId,
            RedirectUri = redirectUri,
            Scope = string.Join(' ', scopes),
            CodeChallenge = challenge,
            Nonce = form["nonce"],
            Again = prompts.Contains("login") || prompts.Contains("select_account"),
            Silently = prompts.Contains("none"),
            MaxAge = maxAge,
        };
    }

    [GeneratedRegex("^[A-Za-z0-9_-]{43}$")]
    private static partial Regex Challenge();
}
