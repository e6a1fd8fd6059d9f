using Gms.Platform;
using Gms.Testing;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests;

/// <summary>Access on a database of its own, for its gRPC calls.</summary>
public sealed class AccessHost() : ServiceHost<AccessDb>(Program.Service().Needs(Fast.Passwords))
{
    /// <summary>The registry's own administrator: no country, so every country.</summary>
    public static readonly Who Regional = Who.Is(Role.Administrator, null);

    protected override IEnumerable<KeyValuePair<string, string?>> Settings =>
    [
        new("Web:Address", "http://127.0.0.1:0"),
        new("Access:ClientSecretsFolder", AppContext.BaseDirectory),
    ];

    internal Proto.Organisations.OrganisationsClient Organisations(Who who) => new(As(who, "administration"));

    internal Proto.Accounts.AccountsClient Accounts(Who who) => new(As(who, "administration"));

    internal Proto.Clients.ClientsClient Clients(Who who) => new(As(who, "administration"));

    internal async Task<string> Organisation(Proto.OrganisationKind kind, string country, Guid? agency = null) =>
        (await Organisations(Regional).RegisterOrganisationAsync(A.Organisation(kind, country, agency))).OrganisationId;

    internal async Task<Proto.CreateAccountResponse> Account(string organisation, params string[] roles) => await Accounts(Regional).CreateAccountAsync(A.Account(organisation, roles));
}

/// <summary>Tests hash many passwords, none of value. Still more rounds than the demonstration's, so that a first sign-in makes the hash stronger here as it does for users.</summary>
static class Fast
{
    public static void Passwords(IServiceCollection services, Settings settings) => services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 11_000);
}

/// <summary>Requests that are valid; a test names only what it is about.</summary>
static class A
{
    public static Proto.RegisterOrganisationRequest Organisation(Proto.OrganisationKind kind = Proto.OrganisationKind.Ministry, string country = "LA", Guid? agency = null) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        Kind = kind,
        Name = "Example office " + Guid.NewGuid().ToString("N"),
        Country = country,
        AgencyId = agency?.ToString() ?? "",
    };

    public static Proto.CreateAccountRequest Account(string organisation, params string[] roles)
    {
        var request = new Proto.CreateAccountRequest { RequestId = Guid.NewGuid().ToString(), Name = "example." + Guid.NewGuid().ToString("N"), OrganisationId = organisation };
        request.Roles.AddRange(roles);
        return request;
    }
}
