using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Gms.Access.Clients;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Gms.Access.OpenId;

/// <summary>Who asks for tokens: a service of the registry, the portal for a person, or a program of an organisation.</summary>
sealed record OAuthClient(string Id, ClientKind Kind, MachineClient? Machine = null)
{
    public bool MayUse(string grantType) => Kind switch
    {
        ClientKind.Service => grantType is GrantTypes.ClientCredentials or GrantTypes.TokenExchange,
        ClientKind.Portal => grantType is GrantTypes.AuthorizationCode or GrantTypes.RefreshToken,
        ClientKind.Machine => grantType is GrantTypes.ClientCredentials,
    };
}

enum ClientKind
{
    Service,
    Portal,
    Machine,
}

static class GrantTypes
{
    public const string ClientCredentials = "client_credentials";
    public const string AuthorizationCode = "authorization_code";
    public const string RefreshToken = "refresh_token";
    public const string TokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange";
}

/// <summary>Knows the clients and their secrets: the registry's own from files, which may be replaced while it runs; those of organisations from the database.</summary>
sealed class RegistryClients(AccessDb db, OpenIdSettings settings)
{
    public const string Portal = "portal";

    /// <summary>The service that this is. Beside its work it is the local tool's identity in Development.</summary>
    public const string Access = "access";

    static readonly string[] Services = ["registry", "recruitment", "social-security", "departure-orientation", "reintegration", Access];

    public static bool IsService(string client) => Services.Contains(client);

    /// <summary>client_secret_basic or client_secret_post (RFC 6749, 2.3.1), not both.</summary>
    public async Task<OAuthClient> Authenticated(HttpRequest request, Form form, CancellationToken cancel)
    {
        if (Sent(request, form) is not { } sent)
            throw OAuthException.InvalidClient();

        if (IsService(sent.Id) || sent.Id == Portal)
            return await SecretOf(sent.Id, cancel) is { } secret && Same(secret, sent.Secret)
                ? new(sent.Id, sent.Id == Portal ? ClientKind.Portal : ClientKind.Service)
                : throw OAuthException.InvalidClient();

        if (!Guid.TryParseExact(sent.Id, "D", out var id))
            throw OAuthException.InvalidClient();
        var machine = await db.Clients.AsNoTracking().Include(c => c.Organisation).SingleOrDefaultAsync(c => c.Id == id, cancel);
        return machine?.Accepts(sent.Secret) == true ? new(sent.Id, ClientKind.Machine, machine) : throw OAuthException.InvalidClient();
    }

    async Task<string?> SecretOf(string client, CancellationToken cancel)
    {
        var file = Path.Combine(settings.ClientSecretsFolder, client + ".secret");
        return File.Exists(file) && (await File.ReadAllTextAsync(file, cancel)).Trim() is { Length: > 0 } secret ? secret : null;
    }

    static (string Id, string Secret)? Sent(HttpRequest request, Form form)
    {
        if (request.Headers.Authorization.Count == 0)
            return form["client_id"] is { } id && form["client_secret"] is { } secret ? (id, secret) : null;
        if (form["client_secret"] is not null)
            throw OAuthException.InvalidRequest("The client's secret was sent in two ways.");
        return AuthenticationHeaderValue.TryParse(request.Headers.Authorization, out var header) && "Basic".Equals(header.Scheme, StringComparison.OrdinalIgnoreCase) ? Pair(header.Parameter) : null;
    }

    static (string Id, string Secret)? Pair(string? encoded)
    {
        var bytes = new byte[encoded?.Length ?? 0];
        if (!Convert.TryFromBase64String(encoded ?? "", bytes, out var length) || Encoding.UTF8.GetString(bytes, 0, length).Split(':', 2) is not [var id, var secret])
            return null;
        return (Plain(id), Plain(secret));
    }

    static string Plain(string formEncoded) => Uri.UnescapeDataString(formEncoded.Replace('+', ' '));

    static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));
}
