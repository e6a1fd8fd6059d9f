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
    public async Task A_role_that_demands_one_is_in_no_token_until_it_was_given()
    {
        var accounts = new Proto.Accounts.AccountsClient(host.Administrator);
        using var officer = new Officer(host, "ministry-officer.la");
        var tokens = await host.Redeem((await officer.SignIn())["code"]!);

        await accounts.SetRolesAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = host.SignIn("ministry-officer.la").AccountId.ToString(), Roles = { "inspector", "ministry-officer" } });

        var refused = await host.Refresh(tokens.RefreshToken!);
        Assert.Equal("invalid_grant", refused.Error);
        Assert.StartsWith("/connect/second-factor/set-up?return=", (await officer.Browser.Open(Browser.AuthorizeAddress())).Location, StringComparison.Ordinal);
        await officer.SetUp("/connect/second-factor/set-up");
        Assert.Equal(["pwd", "otp"], (await host.Redeem((await officer.Browser.Open(Browser.AuthorizeAddress()))["code"]!)).Read.GetPayloadValue<string[]>("amr"));
    }

    [Fact]
    public async Task Who_sets_one_up_goes_on_and_a_session_that_began_without_gives_it_first()
    {
        using var officer = new Officer(host, "ministry-officer.th");
        using var other = new Browser(host);
        var (own, without) = (await host.Redeem((await officer.SignIn())["code"]!), await host.Redeem((await officer.SignIn(other))["code"]!));

        await officer.SetUp("/connect/second-factor/set-up");

        Assert.Equal("invalid_grant", (await host.Refresh(without.RefreshToken!)).Error);
        Assert.StartsWith("/connect/second-factor?", (await other.Open(Browser.AuthorizeAddress())).Location, StringComparison.Ordinal);
        Assert.Equal(["pwd", "otp"], (await host.Refresh(own.RefreshToken!)).Read.GetPayloadValue<string[]>("amr"));
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
