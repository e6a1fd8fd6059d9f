using Microsoft.AspNetCore.Http;

namespace Gms.Access.OpenId;

/// <summary>A refusal as RFC 6749 (5.2) tells it.</summary>
/// <param name="error">The code that the standard gives it.</param>
/// <param name="description">One sentence for whoever writes the client; nothing about a person.</param>
/// <param name="account">Whom the refusal is about in the audit; empty when not known.</param>
sealed class OAuthException(string error, string description, string account = "") : Exception(description)
{
    public string Error { get; } = error;

    public string Account { get; } = account;

    public int Status => Error == "invalid_client" ? StatusCodes.Status401Unauthorized : StatusCodes.Status400BadRequest;

    public static OAuthException InvalidRequest(string description) => new("invalid_request", description);

    public static OAuthException InvalidClient() => new("invalid_client", "The client is not known here, or its secret is not right.");

    public static OAuthException InvalidGrant(string description, string account = "") => new("invalid_grant", description, account);

    public static OAuthException InvalidTarget() => new("invalid_target", "audience must be the client id of one service of this registry.");
}
