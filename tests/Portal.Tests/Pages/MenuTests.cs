using System.Security.Claims;
using Gms.Platform;
using Gms.Portal.Pages;
using Gms.Portal.Sessions;
using Xunit;

namespace Gms.Portal.Tests.Pages;

public sealed class MenuTests
{
    static readonly Dictionary<string, PermissionTable> Tables = Served();

    static Dictionary<string, PermissionTable> Served()
    {
        var tables = Own();
        foreach (var table in tables.Values)
            table.AddPlatformGrants();
        return tables;
    }

    static Dictionary<string, PermissionTable> Own() => new()
    {
        ["Access"] = Gms.Access.Program.Service().Permissions,
        ["DepartureOrientation"] = Gms.DepartureOrientation.Program.Service().Permissions,
        ["Recruitment"] = Gms.Recruitment.Program.Service().Permissions,
        ["Registry"] = Gms.Registry.Program.Service().Permissions,
        ["Reintegration"] = Gms.Reintegration.Program.Service().Permissions,
        ["SocialSecurity"] = Gms.SocialSecurity.Program.Service().Permissions,
    };

    [Fact]
    public void Nobody_is_offered_a_page_whose_call_would_be_refused() =>
        Assert.Empty(from item in Menu.All
                     from role in item.Roles
                     where !Tables[item.Service][item.Permission].Any(g => g.Role == role)
                     select $"{item.Path}: {role}");

    [Fact]
    public void Whoever_holds_the_permission_of_a_daily_task_is_offered_it()
    {
        Assert.Equal(Holders("departures.decide"), Offered("/departures"));
        Assert.Equal(Holders("journeys.read"), Offered("/workers").Concat(Offered("/me")).Order(StringComparer.Ordinal));
        Assert.Equal(Holders("crossings.record"), Offered("/crossings"));
        Assert.Equal(Tables["Recruitment"]["inspections.record"].Select(g => g.Role).Order(StringComparer.Ordinal), Offered("/inspections"));
        Assert.Equal(Tables["Recruitment"]["concerns.answer"].Select(g => g.Role).Order(StringComparer.Ordinal), Offered("/concerns"));
        Assert.Equal(Tables["Access"]["accounts.read"].Select(g => g.Role).Order(StringComparer.Ordinal), Offered("/accounts"));
        Assert.Equal(Tables["Access"]["audit.list"].Select(g => g.Role).Order(StringComparer.Ordinal), Offered("/audit"));
        Assert.Equal(Tables["Access"]["sign-in-codes.print"].Select(g => g.Role).Order(StringComparer.Ordinal), Offered("/codes"));
    }

    [Fact]
    public void A_worker_is_offered_the_own_record_and_no_search_for_others()
    {
        Assert.Contains(Menu.For(User("worker", "")), i => i.Path == "/me");
        Assert.DoesNotContain(Menu.For(User("worker", "")), i => i.Path == "/workers");
    }

    [Fact]
    public void An_office_of_the_region_is_not_offered_what_is_one_country_s()
    {
        Assert.Contains(Menu.For(User("social-security-officer", "TH")), i => i.Path == "/uploads/filings");
        Assert.DoesNotContain(Menu.For(User("social-security-officer", "")), i => i.Path == "/uploads/filings");
    }

    [Theory]
    [InlineData("/agency", "/agency")]
    [InlineData("/agency/missing", "/agency/missing")]
    [InlineData("/agency/contracts/1", "/agency")]
    [InlineData("/agencyX", null)]
    public void The_page_shown_belongs_to_the_nearest_that_is_offered(string path, string? item) =>
        Assert.Equal(item, Menu.At(Menu.For(User("agency-officer", "LA")), path)?.Path);

    static IEnumerable<string> Offered(string path) => Menu.All.Single(i => i.Path == path).Roles.Order(StringComparer.Ordinal);

    static IEnumerable<string> Holders(string permission) => Tables["Registry"][permission].Select(g => g.Role).Order(StringComparer.Ordinal);

    static ClaimsPrincipal User(string role, string country) => new(new ClaimsIdentity([new(Offers.Roles, role), new(Offers.Country, country)], "test", Offers.AccountName, Offers.Roles));
}
