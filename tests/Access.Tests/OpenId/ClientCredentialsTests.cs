using System.Net;
using System.Text.Json;
using Xunit;

namespace Gms.Access.Tests.OpenId;

public sealed class ClientCredentialsTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    [Fact]
    public async Task A_service_acts_for_itself_at_one_other_service_for_ten_minutes()
    {
        var token = (await Ask("registry", OpenIdHost.Secret("registry"), "social-security")).Read;

        Assert.Equal(("at+jwt", "ES256", host.Issuer), (token.Typ, token.Alg, token.Issuer));
        Assert.Equal(("service:registry", "registry"), (token.Subject, token.GetPayloadValue<JsonElement>("act").GetProperty("sub").GetString()));
        Assert.Equal(["social-security"], token.Audiences);
        Assert.Equal(TimeSpan.FromMinutes(10), token.ValidTo - token.IssuedAt);
        Assert.Empty(token.GetPayloadValue<string[]>("roles"));
    }

    [Theory]
    [InlineData("registry", "recruitment: a secret % with signs", "invalid_client")]
    [InlineData("registry", "", "invalid_client")]
    [InlineData("nobody", "x", "invalid_client")]
    [InlineData("../registry", "x", "invalid_client")]
    [InlineData("01890000-0000-7000-8000-000000000000", "x", "invalid_client")]
    [InlineData("reintegration", "x", "invalid_client")]    // a service whose secret file is not there
    public async Task Whoever_is_not_who_it_says_gets_nothing(string client, string secret, string error)
    {
        var refused = await Ask(client, secret, "recruitment");

        Assert.Equal((HttpStatusCode.Unauthorized, error), (refused.Status, refused.Error));
    }

    [Theory]
    [InlineData("gms")]
    [InlineData("portal")]
    [InlineData("elsewhere")]
    public async Task A_service_gets_no_token_for_what_is_no_service(string audience) =>
        Assert.Equal("invalid_target", (await Ask("registry", OpenIdHost.Secret("registry"), audience)).Error);

    [Fact]
    public async Task The_portal_has_no_rights_of_its_own() =>
        Assert.Equal("unauthorized_client", (await Ask("portal", OpenIdHost.Secret("portal"), "registry")).Error);

    [Fact]
    public async Task A_secret_in_the_form_is_taken_but_not_beside_one_in_the_header()
    {
        (string, string)[] form = [("client_id", "registry"), ("client_secret", OpenIdHost.Secret("registry")), ("grant_type", "client_credentials"), ("audience", "recruitment")];

        Assert.Equal(HttpStatusCode.OK, (await host.Token("", null, form)).Status);
        Assert.Equal("invalid_request", (await host.TokenAs("registry", form)).Error);
    }

    [Theory]
    [InlineData("grant_type=password", "unsupported_grant_type")]
    [InlineData("audience=recruitment", "invalid_request")]
    [InlineData("grant_type=client_credentials&audience=recruitment&audience=registry", "invalid_request")]
    [InlineData("grant_type=client_credentials&audience=recr%00uitment", "invalid_request")]
    [InlineData("grant_type=client_credentials&audience=%EF%BF%BD", "invalid_request")]
    public async Task A_request_that_is_none_is_told_so(string form, string error)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Issuer + "/connect/token") { Content = new StringContent(form, null, "application/x-www-form-urlencoded") };
        request.Headers.Authorization = new("Basic", Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"registry:{Uri.EscapeDataString(OpenIdHost.Secret("registry"))}")));
        using var response = await host.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(error, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("error").GetString());
    }

    [Theory]
    [InlineData(100_000)]
    [InlineData(40_000_000)]
    public async Task A_form_of_many_bytes_is_refused(int bytes)
    {
        using var content = new StringContent("grant_type=" + new string('x', bytes), null, "application/x-www-form-urlencoded");
        HttpStatusCode? status = null;
        try
        {
            using var response = await host.Http.PostAsync(host.Issuer + "/connect/token", content);
            status = response.StatusCode;
        }
        catch (HttpRequestException)
        {
            // The server closed while more was coming: as good an answer.
        }

        Assert.True(status is null or HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge, $"{status}");
    }

    [Fact]
    public async Task A_refused_client_is_audited_without_the_secret()
    {
        await Ask("registry", "a wrong secret", "recruitment");

        var row = (await host.Audit("token-refused"))[^1];
        Assert.Equal(("refused", "invalid_client", "/connect/token"), (row.Kind, row.Outcome, row.Call));
        Assert.DoesNotContain("secret", row.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Thousands_of_tokens_in_a_minute_are_given()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
        {
            for (var i = 0; i < 250; i++)
                if ((await Ask("registry", OpenIdHost.Secret("registry"), "recruitment")).Status != HttpStatusCode.OK)
                    return false;
            return true;
        }));

        Assert.All(replies, Assert.True);
    }

    Task<TokenReply> Ask(string client, string secret, string audience) => host.Token(client, secret, ("grant_type", "client_credentials"), ("audience", audience));
}
