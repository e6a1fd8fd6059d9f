using System.Net;
using Gms.Access.OpenId;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.OpenId;

public sealed class SignInTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    [Fact]
    public async Task A_person_signs_in_to_the_portal_with_code_and_pkce()
    {
        using var browser = new Browser(host);
        var back = await browser.SignIn("ministry-officer.la");
        Assert.Equal(("the state", host.Issuer), (back["state"], back["iss"]));

        var reply = await host.Redeem(back["code"]!);

        var (access, id) = (reply.Read, new JsonWebToken(reply.Body.GetProperty("id_token").GetString()));
        Assert.Equal((host.SignIn("ministry-officer.la").AccountId.ToString(), "LA", "gms"), (access.Subject, access.GetClaim("country").Value, access.Audiences.Single()));
        Assert.Equal(("JWT", "portal", "the nonce", access.Subject), (id.Typ, id.Audiences.Single(), id.GetClaim("nonce").Value, id.Subject));
        Assert.NotNull(reply.RefreshToken);
        Assert.Equal(access.Subject, (await host.Audit("signed-in"))[^1].Account);
    }

    [Fact]
    public async Task Who_is_signed_in_needs_no_form_again_unless_the_client_wants_it()
    {
        using var browser = new Browser(host);
        await browser.SignIn("inspector.la");

        Assert.NotNull((await browser.Open(Browser.AuthorizeAddress()))["code"]);
        Assert.NotNull((await browser.Open(Browser.AuthorizeAddress(("prompt", "none"))))["code"]);
        Assert.StartsWith("/connect/login", (await browser.Open(Browser.AuthorizeAddress(("prompt", "login")))).Location, StringComparison.Ordinal);
        host.Time.Pass(TimeSpan.FromSeconds(2));
        Assert.StartsWith("/connect/login", (await browser.Open(Browser.AuthorizeAddress(("max_age", "1")))).Location, StringComparison.Ordinal);
        Assert.NotNull((await browser.SignIn("inspector.la", null, ("prompt", "login")))["code"]);
    }

    [Fact]
    public async Task A_code_that_is_a_minute_old_is_refused()
    {
        using var browser = new Browser(host);
        var code = await browser.Code("ministry-officer.th");
        host.Time.Pass(Code.Lifetime);

        Assert.Equal("invalid_grant", (await host.Redeem(code)).Error);
    }

    [Fact]
    public async Task A_code_used_twice_ends_what_it_gave()
    {
        using var browser = new Browser(host);
        var code = await browser.Code("ministry-officer.th");
        var first = await host.Redeem(code);

        Assert.Equal("invalid_grant", (await host.Redeem(code)).Error);
        Assert.Equal("invalid_grant", (await host.Refresh(first.RefreshToken!)).Error);
        Assert.Equal(SignInEnd.CodeReused, await LastEnd());
        Assert.Contains(await host.Audit("token-refused"), a => a.Account == first.Read.Subject && a.Outcome == "invalid_grant");
    }

    [Fact]
    public async Task Of_many_who_bring_one_code_at_once_at_most_one_gets_tokens_and_they_end()
    {
        using var browser = new Browser(host);
        var code = await browser.Code("ministry-officer.th");

        var replies = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => host.Redeem(code)));

        var given = Assert.Single(replies, r => r.Status == HttpStatusCode.OK);
        Assert.Equal("invalid_grant", (await host.Refresh(given.RefreshToken!)).Error);
    }

    [Theory]
    [InlineData("another-verifier-of-at-least-43-characters-012345", OpenIdHost.Redirect)]
    [InlineData("", OpenIdHost.Redirect)]
    [InlineData(Browser.Verifier, "http://127.0.0.1:9/elsewhere")]
    public async Task A_code_without_the_right_proof_is_refused_and_then_of_no_use(string verifier, string redirect)
    {
        using var browser = new Browser(host);
        var code = await browser.Code("ministry-officer.th");

        Assert.Equal("invalid_grant", (await host.Redeem(code, verifier, redirect)).Error);
        Assert.Equal("invalid_grant", (await host.Redeem(code)).Error);
    }

    [Fact]
    public async Task Another_clients_code_is_refused()
    {
        using var browser = new Browser(host);
        var code = await browser.Code("ministry-officer.th");

        Assert.Equal("unauthorized_client", (await host.TokenAs("registry", ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", OpenIdHost.Redirect), ("code_verifier", Browser.Verifier))).Error);
    }

    [Fact]
    public async Task A_locked_account_is_signed_out_everywhere()
    {
        using var browser = new Browser(host);
        var reply = await host.Redeem(await browser.Code("inspector.mm"));
        var accounts = new Proto.Accounts.AccountsClient(host.Administrator);
        await accounts.LockAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = reply.Read.Subject });

        Assert.Equal("invalid_grant", (await host.Refresh(reply.RefreshToken!)).Error);
        Assert.StartsWith("/connect/login", (await browser.Open(Browser.AuthorizeAddress())).Location, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, (await UserInfo(reply.AccessToken)).StatusCode);
    }

    [Fact]
    public async Task Signing_out_with_the_id_token_ends_the_browsers_and_the_clients_session()
    {
        using var browser = new Browser(host);
        var reply = await host.Redeem(await browser.Code("ministry-officer.kh"));
        var address = $"/connect/logout?id_token_hint={reply.Body.GetProperty("id_token").GetString()}&post_logout_redirect_uri={Uri.EscapeDataString(OpenIdHost.SignedOut)}&state=s";

        Assert.Equal(OpenIdHost.SignedOut + "?state=s", (await browser.Open(address)).Location);

        Assert.Equal("login_required", (await browser.Open(Browser.AuthorizeAddress(("prompt", "none"))))["error"]);
        Assert.Equal("invalid_grant", (await host.Refresh(reply.RefreshToken!)).Error);
    }

    [Fact]
    public async Task A_link_on_some_page_signs_nobody_out_and_leads_nowhere()
    {
        using var browser = new Browser(host);
        await browser.SignIn("ministry-officer.kh");

        var asked = await browser.Open($"/connect/logout?post_logout_redirect_uri={Uri.EscapeDataString(OpenIdHost.SignedOut)}");
        Assert.Equal((HttpStatusCode.OK, null), (asked.Status, asked.Location));
        Assert.NotNull((await browser.Open(Browser.AuthorizeAddress()))["code"]);

        Assert.Equal(HttpStatusCode.OK, (await browser.Submit(asked)).Status);
        Assert.Equal("login_required", (await browser.Open(Browser.AuthorizeAddress(("prompt", "none"))))["error"]);
    }

    [Theory]
    [InlineData("client_id", "registry")]
    [InlineData("client_id", null)]
    [InlineData("redirect_uri", "http://127.0.0.1:9/signed-in/more")]
    [InlineData("redirect_uri", "https://elsewhere.example/")]
    [InlineData("redirect_uri", null)]
    public async Task Nobody_is_sent_to_an_address_that_is_not_registered(string name, string? value)
    {
        using var browser = new Browser(host);

        var page = await browser.Open(Browser.AuthorizeAddress((name, value)));

        Assert.Equal((HttpStatusCode.BadRequest, null), (page.Status, page.Location));
    }

    [Theory]
    [InlineData("response_type", "token", "unsupported_response_type")]
    [InlineData("code_challenge", null, "invalid_request")]
    [InlineData("code_challenge_method", "plain", "invalid_request")]
    [InlineData("scope", "openid everything", "invalid_scope")]
    [InlineData("scope", "offline_access", "invalid_scope")]
    [InlineData("request", "x", "request_not_supported")]
    [InlineData("response_mode", "fragment", "invalid_request")]
    public async Task What_a_client_asks_wrongly_is_told_to_the_client(string name, string? value, string error)
    {
        using var browser = new Browser(host);

        var back = await browser.Open(Browser.AuthorizeAddress((name, value)));

        Assert.StartsWith(OpenIdHost.Redirect, back.Location, StringComparison.Ordinal);
        Assert.Equal((error, "the state", host.Issuer), (back["error"], back["state"], back["iss"]));
    }

    [Fact]
    public async Task Codes_and_refresh_tokens_are_kept_as_hashes_only()
    {
        using var browser = new Browser(host);
        var code = await browser.Code("ministry-officer.cn");
        var refresh = (await host.Redeem(code)).RefreshToken!;

        var kept = await host.Db(db => db.Database.SqlQuery<string>(
            $"SELECT string_agg(t, ' ') AS \"Value\" FROM (SELECT codes::text AS t FROM codes UNION ALL SELECT refresh_tokens::text FROM refresh_tokens UNION ALL SELECT sign_ins::text FROM sign_ins UNION ALL SELECT audit::text FROM audit) x").SingleAsync());

        Assert.DoesNotContain(code, kept, StringComparison.Ordinal);
        Assert.DoesNotContain(refresh, kept, StringComparison.Ordinal);
        Assert.Contains(Convert.ToHexStringLower(Handle.HashOf(refresh)), kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task User_info_tells_what_the_token_is_about_and_refuses_a_services_token()
    {
        using var browser = new Browser(host);
        var reply = await host.Redeem((await browser.SignIn("agency-officer.kh", null, ("scope", "openid profile")))["code"]!);
        Assert.Null(reply.RefreshToken);

        var told = System.Text.Json.JsonDocument.Parse(await (await UserInfo(reply.AccessToken)).Content.ReadAsStringAsync()).RootElement;

        Assert.Equal((reply.Read.Subject, "agency-officer.kh", "KH"), (told.GetProperty("sub").GetString(), told.GetProperty("preferred_username").GetString(), told.GetProperty("country").GetString()));
        Assert.Equal(await host.Db(db => db.Organisations.Where(o => o.Id == host.SignIn("agency-officer.kh").OrganisationId).Select(o => o.Name).SingleAsync()), told.GetProperty("org_name").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await UserInfo((await host.Exchange("registry", reply.AccessToken, "recruitment")).AccessToken)).StatusCode);
    }

    async Task<HttpResponseMessage> UserInfo(string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, host.Issuer + "/connect/userinfo") { Headers = { Authorization = new("Bearer", token) } };
        return await host.Http.SendAsync(request);
    }

    Task<SignInEnd?> LastEnd() => host.Db(db => db.SignIns.OrderByDescending(s => s.Id).Select(s => s.EndedWhy).FirstAsync());
}
