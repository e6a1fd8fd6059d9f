using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.SecondFactors;

/// <summary>Where roles demand a second factor, as outside Development.</summary>
public sealed class DemandedTests(DemandedTests.Host host) : IClassFixture<DemandedTests.Host>
{
    public sealed class Host : OpenIdHost
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Access:SecondFactorRoles", "inspector,border-officer")];
    }

    [Fact]
    public async Task The_first_sign_in_leads_to_setting_it_up_and_then_on_to_where_the_person_went()
    {
        using var officer = new Officer(host, "inspector.la");
        var toSetUp = await officer.SignIn();
        Assert.StartsWith("/connect/second-factor/set-up?return=", toSetUp.Location, StringComparison.Ordinal);
        Assert.Equal("login_required", (await officer.Browser.Open(Browser.AuthorizeAddress(("prompt", "none"))))["error"]);

        var codes = await officer.SetUp(toSetUp.Location!);

        Assert.Contains("/connect/authorize?", codes.Html, StringComparison.Ordinal);
        Assert.NotNull((await officer.Browser.Open(Browser.AuthorizeAddress()))["code"]);
    }

    [Fact]
    public async Task Of_other_roles_none_is_demanded()
    {
        using var browser = new Browser(host);

        Assert.NotNull((await browser.SignIn("statistician"))["code"]);
    }

    [Fact]
    public async Task A_first_password_is_changed_before()
    {
        var accounts = new Proto.Accounts.AccountsClient(host.Administrator);
        var request = A.Account(host.SignIn("border-officer.la").OrganisationId.ToString(), "border-officer");
        var made = await accounts.CreateAccountAsync(request);
        using var officer = new Officer(host, request.Name, made.FirstPassword);

        var toChoice = await officer.SignIn();
        Assert.StartsWith("/connect/password", toChoice.Location, StringComparison.Ordinal);
        Assert.StartsWith("/connect/login", (await officer.Browser.Open("/connect/second-factor/set-up")).Location, StringComparison.Ordinal);
        var back = await officer.Browser.Submit(await officer.Browser.Open(toChoice.Location!), ("password", "a good long one"), ("repeated", "a good long one"));

        Assert.StartsWith("/connect/second-factor/set-up?return=", (await officer.Browser.Open(back.Location!)).Location, StringComparison.Ordinal);
    }
}
