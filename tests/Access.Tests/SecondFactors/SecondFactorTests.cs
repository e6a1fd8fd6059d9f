using System.Net;
using Gms.Access.SecondFactors;
using Microsoft.EntityFrameworkCore;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.SecondFactors;

/// <summary>A second factor as an officer sets it up and gives it, each with an account of the demonstration that no other test here uses.</summary>
public sealed class SecondFactorTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    [Fact]
    public async Task Who_set_it_up_gives_a_code_at_every_sign_in_and_tokens_say_so()
    {
        using var officer = new Officer(host, "ministry-officer.kh");
        await officer.SetUp();
        Assert.Equal(10, officer.RecoveryCodes.Distinct().Count());

        host.Time.Pass(TimeSpan.FromSeconds(60));
        using var later = new Browser(host);
        var given = await officer.Give(officer.Code(), later);

        var tokens = await host.Redeem(given["code"]!);
        Assert.Equal(["pwd", "otp"], tokens.Read.GetPayloadValue<string[]>("amr"));
        Assert.Equal(["pwd", "otp"], new JsonWebToken(tokens.Body.GetProperty("id_token").GetString()).GetPayloadValue<string[]>("amr"));
        Assert.NotEmpty(await Audited("second-factor-set", "ministry-officer.kh"));
        Assert.NotEmpty(await Audited("second-factor-given", "ministry-officer.kh"));
    }

    [Fact]
    public async Task Who_has_none_signs_in_with_the_password_alone_and_tokens_say_so()
    {
        using var browser = new Browser(host);

        var tokens = await host.Redeem(await browser.Code("ministry-officer.th"));

        Assert.Equal(["pwd"], tokens.Read.GetPayloadValue<string[]>("amr"));
        Assert.True(Guid.TryParse(tokens.Read.GetPayloadValue<string>("sid"), out _));
        var exchanged = await host.Exchange("registry", tokens.AccessToken, "recruitment");
        Assert.Equal(["pwd"], exchanged.Read.GetPayloadValue<string[]>("amr"));
    }

    [Fact]
    public async Task Until_the_code_was_given_nothing_opens()
    {
        using var officer = new Officer(host, "ministry-officer.la");
        await officer.SetUp();
        using var other = new Browser(host);
        await officer.SignIn(other);

        Assert.Equal("login_required", (await other.Open(Browser.AuthorizeAddress(("prompt", "none"))))["error"]);
        Assert.StartsWith("/connect/second-factor?", (await other.Open("/connect/account")).Location, StringComparison.Ordinal);
        Assert.StartsWith("/connect/login", (await other.Open("/connect/second-factor/set-up")).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_code_is_taken_once_and_none_before_it_afterwards()
    {
        using var officer = new Officer(host, "inspector.la");
        await officer.SetUp();
        host.Time.Pass(TimeSpan.FromSeconds(90));
        var (code, before) = (officer.Code(), officer.Code(-TimeCodes.Seconds));
        using var owner = new Browser(host);
        Assert.NotNull((await officer.Give(code, owner))["code"]);

        using var thief = new Browser(host);
        var form = (await officer.SignIn(thief)).Location!;
        var replayed = await Officer.Again(thief, form, code);
        Assert.Equal(HttpStatusCode.BadRequest, replayed.Status);
        Assert.Contains("used already", replayed.Html, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await Officer.Again(thief, form, before)).Status);
        Assert.Contains("SECOND_FACTOR_USED", await Refusals("inspector.la"));
    }

    [Fact]
    public async Task Of_many_who_type_one_code_at_once_one_comes_in()
    {
        using var officer = new Officer(host, "inspector.th");
        await officer.SetUp();
        host.Time.Pass(TimeSpan.FromSeconds(60));
        var browsers = Enumerable.Range(0, 4).Select(_ => new Browser(host)).ToList();
        var forms = await Task.WhenAll(browsers.Select(b => officer.SignIn(b)));
        var code = officer.Code();

        var answers = await Task.WhenAll(browsers.Zip(forms, (b, form) => Officer.Again(b, form.Location!, code)));

        Assert.Single(answers, a => a.Location is not null);
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task After_five_wrong_codes_the_right_one_is_not_heard_for_15_minutes()
    {
        using var officer = new Officer(host, "inspector.kh");
        await officer.SetUp();
        host.Time.Pass(TimeSpan.FromSeconds(60));
        using var browser = new Browser(host);
        var form = (await officer.SignIn(browser)).Location!;
        for (var i = 0; i < SecondFactor.WrongUntilPause; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await Officer.Again(browser, form, officer.WrongCode)).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await Officer.Again(browser, form, officer.Code())).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await Officer.Again(browser, form, officer.RecoveryCodes[0])).Status);

        host.Time.Pass(SecondFactor.Pause);
        Assert.NotNull((await Officer.Again(browser, form, officer.Code()))["code"]);
        Assert.Equal([.. Enumerable.Repeat("SECOND_FACTOR_WRONG", 5), "SECOND_FACTOR_PAUSED", "SECOND_FACTOR_PAUSED"], await Refusals("inspector.kh"));
    }

    [Fact]
    public async Task A_recovery_code_opens_once_however_it_is_typed()
    {
        using var officer = new Officer(host, "licensing-officer.la");
        await officer.SetUp();
        var code = officer.RecoveryCodes[3];
        using var owner = new Browser(host);
        Assert.NotNull((await officer.Give(code.ToLowerInvariant().Replace('-', ' '), owner))["code"]);

        using var again = new Browser(host);
        Assert.Equal(HttpStatusCode.BadRequest, (await officer.Give(code, again)).Status);
        Assert.Contains("Recovery codes left: 9", (await owner.Open("/connect/account")).Html, StringComparison.Ordinal);
        Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), await Everything(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Set_up_anew_the_former_telephone_and_the_former_recovery_codes_open_nothing()
    {
        using var officer = new Officer(host, "licensing-officer.kh");
        await officer.SetUp();
        var (former, recovery) = (officer.Code(60), officer.RecoveryCodes[0]);
        Assert.Equal(HttpStatusCode.OK, (await officer.SetUp("/connect/second-factor/set-up")).Status);
        host.Time.Pass(TimeSpan.FromSeconds(60));

        using var browser = new Browser(host);
        var form = (await officer.SignIn(browser)).Location!;
        Assert.Equal(HttpStatusCode.BadRequest, (await Officer.Again(browser, form, former)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await Officer.Again(browser, form, recovery)).Status);
        Assert.NotNull((await Officer.Again(browser, form, officer.Code()))["code"]);
    }

    [Fact]
    public async Task A_code_that_does_not_fit_sets_nothing_up_and_the_key_stays_on_the_page()
    {
        using var browser = new Browser(host);
        await browser.SignIn("licensing-officer.th");
        var page = await browser.Open("/connect/second-factor/set-up");

        var answer = await browser.Submit(page, ("code", "000000"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(KeyOf(page.Html), KeyOf(answer.Html));
        Assert.Contains("data:image/png;base64,", page.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page.Html, StringComparison.Ordinal);
        using var later = new Browser(host);
        Assert.NotNull((await later.SignIn("licensing-officer.th"))["code"]);
    }

    [Fact]
    public async Task Secret_and_codes_are_nowhere_in_the_database_as_they_are()
    {
        using var officer = new Officer(host, "licensing-officer.vn");
        await officer.SetUp();

        var page = await officer.Browser.Open("/connect/second-factor/set-up");    // another secret, shown and not taken yet
        var everything = await Everything();

        Assert.DoesNotContain(KeyOf(page.Html).Replace(" ", "", StringComparison.Ordinal), everything, StringComparison.Ordinal);
        Assert.All(officer.RecoveryCodes, code => Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), everything, StringComparison.Ordinal));
        Assert.Equal(1, await host.Db(db => db.SecondFactors.CountAsync(f => f.AccountId == host.SignIn("licensing-officer.vn").AccountId && f.SecretEncrypted != null && f.PendingEncrypted != null)));
    }

    [Fact]
    public async Task A_form_without_its_token_or_without_a_session_sets_nothing_up()
    {
        using var browser = new Browser(host);
        Assert.StartsWith("/connect/login", (await browser.Open("/connect/second-factor/set-up")).Location, StringComparison.Ordinal);
        Assert.StartsWith("/connect/login", (await browser.Open("/connect/second-factor")).Location, StringComparison.Ordinal);

        await browser.SignIn("licensing-officer.mm");
        var forged = (await browser.Open("/connect/second-factor/set-up")) with { Html = "<form action=\"/connect/second-factor/set-up\">" };

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Submit(forged, ("code", "000000"))).Status);
    }

    [Fact]
    public async Task An_administrator_takes_it_away_and_its_sessions_end()
    {
        using var officer = new Officer(host, "inspector.vn");
        await officer.SetUp();
        var account = host.SignIn("inspector.vn").AccountId.ToString();
        var accounts = new Proto.Accounts.AccountsClient(host.Administrator);
        Assert.True((await accounts.GetAccountAsync(new() { AccountId = account })).Account.HasSecondFactor);

        await accounts.ResetSecondFactorAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = account });

        Assert.Equal("login_required", (await officer.Browser.Open(Browser.AuthorizeAddress(("prompt", "none"))))["error"]);
        Assert.NotNull((await officer.SignIn())["code"]);
        Assert.False((await accounts.GetAccountAsync(new() { AccountId = account })).Account.HasSecondFactor);
        Assert.Equal(0, await host.Db(db => db.RecoveryCodes.CountAsync(c => c.AccountId == host.SignIn("inspector.vn").AccountId)));
    }

    async Task<IEnumerable<string?>> Refusals(string account) => (await Audited("second-factor-refused", account)).Select(a => a.Outcome);

    async Task<IEnumerable<Platform.AuditRow>> Audited(string happened, string account) => (await host.Audit(happened)).Where(a => a.Account == host.SignIn(account).AccountId.ToString());

    Task<string> Everything() => host.Db(db => db.Database.SqlQuery<string>(
        $"""SELECT coalesce((SELECT string_agg(f::text, ' ') FROM second_factors f), '') || coalesce((SELECT string_agg(c::text, ' ') FROM recovery_codes c), '') || (SELECT string_agg(a::text, ' ') FROM audit a) AS "Value" """).SingleAsync());

    static string KeyOf(string html) => System.Text.RegularExpressions.Regex.Match(html, "id=\"key\">([A-Z2-7 ]+)<").Groups[1].Value;
}
