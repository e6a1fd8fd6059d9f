using System.Net;
using System.Text.Json;
using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.OpenId;

public sealed class TokenExchangeTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    [Fact]
    public async Task The_token_says_who_asked_who_acts_and_for_whom_it_is()
    {
        var person = new JsonWebToken(await host.PersonsToken("agency-officer.la"));

        var token = (await host.Exchange("registry", person.EncodedToken, "recruitment")).Read;

        Assert.Equal("registry", token.GetPayloadValue<JsonElement>("act").GetProperty("sub").GetString());
        Assert.Equal(["recruitment"], token.Audiences);
        foreach (var claim in new[] { "sub", "org", "country", "agency" })
            Assert.Equal(person.GetClaim(claim).Value, token.GetClaim(claim).Value);
        Assert.Equal([Role.AgencyOfficer], token.GetPayloadValue<string[]>("roles"));
    }

    [Fact]
    public async Task Who_acted_before_stands_inside_who_acts_now()
    {
        var first = (await host.Exchange("registry", await host.PersonsToken("ministry-officer.la"), "recruitment")).AccessToken;

        var act = (await host.Exchange("recruitment", first, "social-security")).Read.GetPayloadValue<JsonElement>("act");

        Assert.Equal("recruitment", act.GetProperty("sub").GetString());
        Assert.Equal("registry", act.GetProperty("act").GetProperty("sub").GetString());
    }

    [Fact]
    public async Task An_exchanged_token_ends_no_later_than_the_one_it_was_made_from()
    {
        var person = new JsonWebToken(await host.PersonsToken("ministry-officer.la"));
        host.Time.Pass(TimeSpan.FromMinutes(4));

        var reply = await host.Exchange("registry", person.EncodedToken, "recruitment");

        Assert.Equal(person.ValidTo, reply.Read.ValidTo);
        Assert.InRange(reply.Body.GetProperty("expires_in").GetInt32(), 300, 360);
    }

    [Fact]
    public async Task A_token_for_another_service_is_not_exchanged_by_a_third()
    {
        var forRecruitment = (await host.Exchange("registry", await host.PersonsToken("ministry-officer.la"), "recruitment")).AccessToken;

        Assert.Equal("invalid_grant", (await host.Exchange("social-security", forRecruitment, "registry")).Error);
    }

    [Theory]
    [InlineData("gms")]
    [InlineData("portal")]
    [InlineData("nowhere")]
    public async Task A_wrong_audience_is_refused(string audience) =>
        Assert.Equal("invalid_target", (await host.Exchange("registry", await host.PersonsToken("ministry-officer.la"), audience)).Error);

    [Fact]
    public async Task An_expired_token_is_not_exchanged()
    {
        var person = await host.PersonsToken("ministry-officer.la");
        host.Time.Pass(TimeSpan.FromMinutes(10) + TimeSpan.FromSeconds(1));

        Assert.Equal("invalid_grant", (await host.Exchange("registry", person, "recruitment")).Error);
    }

    [Fact]
    public async Task A_token_that_was_changed_is_not_exchanged()
    {
        var parts = (await host.PersonsToken("ministry-officer.la")).Split('.');
        string Other(string json) => Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(json);
        var claims = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Decode(parts[1]);

        foreach (var token in new[]
        {
            $"{parts[0]}.{Other(claims.Replace("\"LA\"", "\"TH\"", StringComparison.Ordinal))}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.{Flipped(parts[2])}",
            $"{Other("""{"alg":"none","typ":"at+jwt"}""")}.{parts[1]}.",
            "not a token",
        })
            Assert.Equal("invalid_grant", (await host.Exchange("registry", token, "recruitment")).Error);
    }

    [Fact]
    public async Task An_id_token_is_no_access_token()
    {
        using var browser = new Browser(host);
        var reply = await host.Redeem(await browser.Code("trainer.la"));

        Assert.Equal("invalid_grant", (await host.Exchange("registry", reply.Body.GetProperty("id_token").GetString()!, "recruitment")).Error);
    }

    [Fact]
    public async Task An_unknown_client_and_the_portal_exchange_nothing()
    {
        var person = await host.PersonsToken("ministry-officer.la");

        Assert.Equal("unauthorized_client", (await host.Exchange("portal", person, "recruitment")).Error);
        Assert.Equal("invalid_client", (await host.Token("nobody", "x", ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), ("subject_token", person))).Error);
    }

    [Fact]
    public async Task A_locked_accounts_token_is_exchanged_no_more()
    {
        var person = await host.PersonsToken("border-officer.kh");
        var accounts = new Proto.Accounts.AccountsClient(host.Administrator);
        await accounts.LockAccountAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = host.SignIn("border-officer.kh").AccountId.ToString() });

        Assert.Equal("invalid_grant", (await host.Exchange("registry", person, "recruitment")).Error);
    }

    [Fact]
    public async Task Only_the_local_tools_identity_gets_a_token_for_an_account_by_its_name()
    {
        (string, string)[] form = [("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), ("subject_token", "ministry-officer.la"), ("subject_token_type", "urn:gms:token-type:account")];

        Assert.Equal(["gms"], (await host.TokenAs("access", form)).Read.Audiences);
        Assert.Equal("invalid_request", (await host.TokenAs("registry", form)).Error);
        Assert.NotEmpty(await host.Audit("development-token-issued"));
    }

    [Fact]
    public async Task A_persons_token_opens_this_services_calls_through_its_own_key_list()
    {
        var shown = await new Proto.Organisations.OrganisationsClient(host.Administrator).ListOrganisationsAsync(new());

        Assert.Equal(await host.Db(db => db.Organisations.CountAsync()), shown.Organisations.Count);
    }

    static string Flipped(string signature) => (signature[0] == 'A' ? 'B' : 'A') + signature[1..];
}
