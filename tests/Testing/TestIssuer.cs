using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Gms.Testing;

/// <summary>Signs tokens as Access does, so that a service can be called alone.</summary>
public sealed class TestIssuer
{
    public const string Address = "http://127.0.0.1:1/test-issuer";

    readonly ECDsaSecurityKey _key = new(ECDsa.Create(ECCurve.NamedCurves.nistP256)) { KeyId = "test" };

    public IConfigurationManager<OpenIdConnectConfiguration> Configuration
    {
        get
        {
            var configuration = new OpenIdConnectConfiguration { Issuer = Address };
            configuration.SigningKeys.Add(_key);
            return new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration);
        }
    }

    public string Token(Who who, string audience = "gms", TimeSpan? lifetime = null, SecurityKey? signedBy = null)
    {
        var claims = new Dictionary<string, object> { ["sub"] = who.Account, ["org"] = who.Organisation, ["roles"] = who.Roles.ToArray() };
        if (who.Country is { } country)
            claims["country"] = country;
        if (who.Agency is { } agency)
            claims["agency"] = agency.ToString();
        if (who.Worker is { } worker)
            claims["worker"] = worker;
        if (who.Service is { } service)
            claims["act"] = new Dictionary<string, object> { ["sub"] = service };

        var now = DateTime.UtcNow;
        var expires = now + (lifetime ?? TimeSpan.FromMinutes(10));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Address,
            Audience = audience,
            Claims = claims,
            IssuedAt = now,
            NotBefore = expires < now ? expires.AddMinutes(-5) : now,
            Expires = expires,
            TokenType = "at+jwt",
            SigningCredentials = new(signedBy ?? _key, SecurityAlgorithms.EcdsaSha256),
        });
    }
}

/// <summary>Who calls in a test. Names only what the test is about: <c>Who.Is(Role.MinistryOfficer, "LA")</c>.</summary>
public sealed record Who
{
    public required string Account { get; init; }
    public string Organisation { get; init; } = "";
    public string? Country { get; init; }
    public Guid? Agency { get; init; }
    public string? Worker { get; init; }
    public string? Service { get; init; }
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>An officer with one role in one country.</summary>
    public static Who Is(string role, string? country) => new() { Account = $"{role}@{country}", Organisation = $"office-{role}-{country}", Country = country, Roles = [role] };

    public static Who AgencyOfficer(Guid agency, string country) => Is(Platform.Role.AgencyOfficer, country) with { Agency = agency, Account = $"agency-officer@{agency}" };

    public static Who TheWorker(string number) => new() { Account = $"worker@{number}", Worker = number, Roles = [Platform.Role.Worker] };

    /// <summary>A service that goes on with earlier work.</summary>
    public static Who ServiceItself(string service) => new() { Account = "service:" + service, Service = service };
}
