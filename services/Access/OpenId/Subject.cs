using System.Text.Json;
using Gms.Access.Accounts;
using Gms.Access.Clients;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Gms.Access.OpenId;

/// <summary>In whose name a token speaks, and what that reaches: the claims that every service reads.</summary>
sealed record Subject(string Id, string? Organisation, string? Country, string? Agency, string? Worker, IReadOnlyList<string> Roles)
{
    const string ServicePrefix = "service:", ClientPrefix = "client:";

    public static Subject Of(Account account) =>
        new(account.Id.ToString(), account.OrganisationId?.ToString(), account.Country, account.Organisation?.AgencyId?.ToString(), account.WorkerNumber, account.Roles);

    public static Subject Of(MachineClient client) =>
        new(ClientPrefix + client.Id, client.OrganisationId.ToString(), client.Organisation!.Country, client.Organisation.AgencyId?.ToString(), null, client.Roles);

    public static Subject OfService(string client) => new(ServicePrefix + client, null, null, null, null, []);

    /// <summary>As another token of ours says it.</summary>
    public static Subject Of(JsonWebToken token)
    {
        string? One(string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

        return new(token.Subject, One("org"), One("country"), One("agency"), One("worker"), token.TryGetPayloadValue<string[]>("roles", out var roles) ? roles : []);
    }

    /// <summary>The account behind it; null for a service or a program.</summary>
    public Guid? Account => Guid.TryParseExact(Id, "D", out var id) ? id : null;

    /// <summary>The program of an organisation behind it; null for a service or a person.</summary>
    public Guid? Client => Id.StartsWith(ClientPrefix, StringComparison.Ordinal) && Guid.TryParseExact(Id[ClientPrefix.Length..], "D", out var id) ? id : null;

    public Dictionary<string, object> Claims()
    {
        var claims = new Dictionary<string, object> { ["sub"] = Id, ["roles"] = Roles.ToArray() };
        foreach (var (name, value) in new[] { ("org", Organisation), ("country", Country), ("agency", Agency), ("worker", Worker) })
            if (value is not null)
                claims[name] = value;
        return claims;
    }
}

/// <summary>Who acts for the subject (RFC 8693, 4.1): the present actor, and inside it those before.</summary>
static class Actor
{
    public static Dictionary<string, object> Of(string client, JsonElement? before = null)
    {
        var actor = new Dictionary<string, object> { ["sub"] = client };
        if (before is { } earlier)
            actor["act"] = earlier;
        return actor;
    }
}
