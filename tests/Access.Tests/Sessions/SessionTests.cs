using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Sessions;

/// <summary>Sessions of people's browsers: how they end by themselves, by their owner and by an administrator. An account for each test.</summary>
public sealed class SessionTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    static readonly TimeSpan Idle = TimeSpan.FromMinutes(60), Longest = TimeSpan.FromHours(10);

    [Fact]
    public async Task A_session_that_nobody_uses_ends_after_an_hour()
    {
        using var browser = new Browser(host);
        var tokens = await host.Redeem(await browser.Code("ministry-officer.la"));

        host.Time.Pass(Idle);

        Assert.Equal("login_required", (await Silently(browser))["error"]);
        Assert.Equal("invalid_grant", (await host.Refresh(tokens.RefreshToken!)).Error);
    }

    [Fact]
    public async Task Use_keeps_a_session_until_its_longest_time()
    {
        using var browser = new Browser(host);
        var tokens = await host.Redeem(await browser.Code("ministry-officer.kh"));
        for (var passed = TimeSpan.Zero; passed + Idle / 2 < Longest; passed += Idle / 2)
        {
            host.Time.Pass(Idle / 2);
            if (passed + (Idle / 2) < Longest)
                tokens = await host.Refresh(tokens.RefreshToken!);
            Assert.Null(tokens.Error);
        }

        host.Time.Pass(Idle / 2);

        Assert.Equal("invalid_grant", (await host.Refresh(tokens.RefreshToken!)).Error);
        Assert.Equal("login_required", (await Silently(browser))["error"]);
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_every_session_and_what_it_gave()
    {
        using var desk = new Browser(host);
        using var telephone = new Browser(host);
        var here = await host.Redeem(await desk.Code("ministry-officer.th"));
        var there = await host.Redeem(await telephone.Code("ministry-officer.th"));
        using var stranger = new Browser(host);
        await stranger.Code("ministry-officer.vn");

        var done = await desk.Submit(FormWith(await desk.Open("/connect/account"), "everywhere"), ("everywhere", "1"));

        Assert.StartsWith(OpenIdHost.SignedOut, done.Location, StringComparison.Ordinal);
        Assert.Equal(("login_required", "login_required", null), ((await Silently(desk))["error"], (await Silently(telephone))["error"], (await Silently(stranger))["error"]));
        Assert.Equal(("invalid_grant", "invalid_grant"), ((await host.Refresh(here.RefreshToken!)).Error, (await host.Refresh(there.RefreshToken!)).Error));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskedWho(there.AccessToken));
        Assert.Equal("invalid_grant", (await host.Exchange("registry", there.AccessToken, "recruitment")).Error);
        Assert.Contains(await host.Audit("signed-out-everywhere"), a => a.Account == host.SignIn("ministry-officer.th").AccountId.ToString());
    }

    [Fact]
    public async Task One_session_is_ended_from_another_and_nobody_s_else()
    {
        using var desk = new Browser(host);
        using var telephone = new Browser(host);
        await desk.Code("inspector.la");
        await telephone.Code("inspector.la");
        using var stranger = new Browser(host);
        await stranger.Code("inspector.kh");
        var page = await desk.Open("/connect/account");
        var mine = System.Text.RegularExpressions.Regex.Match(page.Html, "name=\"session\" value=\"([^\"]+)\"").Groups[1].Value;
        var theirs = await host.Db(db => db.Sessions.Where(s => s.AccountId == host.SignIn("inspector.kh").AccountId).Select(s => s.Id).SingleAsync());

        await desk.Submit(FormWith(page, mine), ("session", mine));
        await desk.Submit(FormWith(page, mine), ("session", theirs.ToString()));
        await desk.Submit(FormWith(page, mine), ("session", "nothing"));

        Assert.Equal((null, "login_required", null), ((await Silently(desk))["error"], (await Silently(telephone))["error"], (await Silently(stranger))["error"]));
    }

    [Fact]
    public async Task A_form_without_its_token_ends_nothing()
    {
        using var browser = new Browser(host);
        await browser.Code("inspector.th");
        var forged = (await browser.Open("/connect/account")) with { Html = "<form action=\"/connect/account\">" };

        await browser.Submit(forged, ("everywhere", "1"));

        Assert.Null((await Silently(browser))["error"]);
    }

    [Fact]
    public async Task Locking_an_account_ends_its_sessions_and_unlocking_brings_none_back()
    {
        using var browser = new Browser(host);
        var tokens = await host.Redeem(await browser.Code("inspector.vn"));
        var accounts = new Proto.Accounts.AccountsClient(host.Administrator);
        var account = host.SignIn("inspector.vn").AccountId.ToString();

        await accounts.LockAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = account });
        Assert.Equal("login_required", (await Silently(browser))["error"]);
        Assert.Equal(HttpStatusCode.Unauthorized, await AskedWho(tokens.AccessToken));
        await accounts.UnlockAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = account });

        Assert.Equal("login_required", (await Silently(browser))["error"]);
        Assert.Equal("invalid_grant", (await host.Refresh(tokens.RefreshToken!)).Error);
        Assert.NotNull((await browser.SignIn("inspector.vn"))["code"]);
    }

    [Fact]
    public async Task The_page_tells_how_long_a_session_lasts_and_asks_who_is_not_signed_in_to_sign_in()
    {
        using var browser = new Browser(host);
        Assert.Equal("/connect/login?return=%2Fconnect%2Faccount", (await browser.Open("/connect/account")).Location);
        Assert.Contains("after 60 minutes without use, and after 10 hours", (await browser.Open("/connect/login")).Html, StringComparison.Ordinal);

        var signIn = host.SignIn("auditor");
        var back = await browser.Submit(await browser.Open("/connect/login?return=%2Fconnect%2Faccount"), ("account", signIn.Account), ("password", signIn.Password));

        Assert.Equal("/connect/account", back.Location);
        Assert.Contains("(here)", (await browser.Open(back.Location!)).Html, StringComparison.Ordinal);
    }

    Task<Shown> Silently(Browser browser) => browser.Open(Browser.AuthorizeAddress(("prompt", "none")));

    async Task<HttpStatusCode> AskedWho(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Issuer + "/connect/userinfo") { Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
        return (await host.Http.SendAsync(request)).StatusCode;
    }

    /// <summary>Of a page with several forms the one that holds this.</summary>
    static Shown FormWith(Shown page, string text) => page with { Html = page.Html.Split("<form").Single(part => part.Split("</form>")[0].Contains(text, StringComparison.Ordinal)).Split("</form>")[0] };
}
