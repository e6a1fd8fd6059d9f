using System.Text.Json;
using Gms.Access.Accounts;
using Gms.Access.Clients;
using Microsoft.IdentityModel.JsonWebTokens;

namespace Gms.Access.OpenId;

/// <summary>In whose name a token speaks, and what that reaches: the claims that every service reads.</summary>
sealed record Subject(string Id, string? Organisation, string? Country, string? Agency, string? Worker, IReadOnlyList<string> Roles)
{
    /// <summary>The browser's session in which a person asked; null for a program, and where no browser is.</summary>
    public Guid? Session { get; init; }

    /// <summary>How the person proved to be who they are (RFC 8176).</summary>
    public IReadOnlyList<string> Methods { get; init; } = [];

    const string ServicePrefix = "service:", ClientPrefix = "client:";

    public static Subject Of(Account account) =>
        new(account.Id.ToString(), account.OrganisationId?.ToString(), account.Country, account.Organisation?.AgencyId?.ToString(), account.WorkerNumber, account.Roles);

    public static Subject Of(SignIn signIn) => Of(signIn.Account!) with { Session = signIn.SessionId, Methods = signIn.Methods };

    public static Subject Of(MachineClient client) =>
        new(ClientPrefix + client.Id, client.OrganisationId.ToString(), client.Organisation!.Country, client.Organisation.AgencyId?.ToString(), null, client.Roles);

    public static Subject OfService(string client) => new(ServicePrefix + client, null, null, null, null, []);

    /// <summary>As another token of ours says it.</summary>
    public static Subject Of(JsonWebToken token)
    {
        string? One(string name) => token.TryGetPayloadValue<string>(name, out var value) ? value : null;

        return new(token.Subject, One("org"), One("country"), One("agency"), One("worker"), token.TryGetPayloadValue<string[]>("roles", out var roles) ? roles : [])
        {
            Session = Guid.TryParseExact(One("sid"), "D", out var session) ? session : null,
            Methods = token.TryGetPayloadValue<string[]>("amr", out var methods) ? methods : [],
        };
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
        if (Session is { } session)
            claims["sid"] = session.ToString();
        if (Methods.Count > 0)
            claims["amr"] = Methods.ToArray();
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
