using System.Net;
using Gms.Access.Accounts;
using Gms.Access.Pages;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Access.V1;

namespace Gms.Access.Tests.Pages;

public sealed class LoginTests(OpenIdHost host) : IClassFixture<OpenIdHost>
{
    const string Wrong = "not the password";

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_even_for_the_right_one_for_15_minutes()
    {
        using var browser = new Browser(host);
        const string account = "border-officer.la";
        for (var i = 0; i < Passwords.WrongOnesUntilLock; i++)
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignIn(account, Wrong)).Status);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignIn(account)).Status);
        var end = await host.Db(db => db.Accounts.Where(a => a.UserName == account).Select(a => a.LockoutEnd).SingleAsync());
        Assert.InRange(end!.Value - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Equal(["PASSWORD_WRONG", "PASSWORD_WRONG", "PASSWORD_WRONG", "PASSWORD_WRONG", "ACCOUNT_LOCKED", "ACCOUNT_LOCKED"],
            (await host.Audit("sign-in-refused")).Where(a => a.Account == host.SignIn(account).AccountId.ToString()).Select(a => a.Outcome));

        await host.Db(db => db.Accounts.Where(a => a.UserName == account).ExecuteUpdateAsync(u => u.SetProperty(a => a.LockoutEnd, DateTimeOffset.UtcNow)));
        Assert.NotNull((await browser.SignIn(account))["code"]);
    }

    [Fact]
    public async Task Many_wrong_passwords_at_once_count_one_by_one()
    {
        const string account = "border-officer.th";
        var browsers = Enumerable.Range(0, 8).Select(_ => new Browser(host)).ToList();

        await Task.WhenAll(browsers.Select(b => b.SignIn(account, Wrong)));

        Assert.Equal(HttpStatusCode.BadRequest, (await browsers[0].SignIn(account)).Status);
        Assert.NotNull(await host.Db(db => db.Accounts.Where(a => a.UserName == account).Select(a => a.LockoutEnd).SingleAsync()));
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task A_right_password_begins_the_count_anew()
    {
        for (var round = 0; round < 2; round++)
        {
            using var browser = new Browser(host);
            for (var i = 0; i < Passwords.WrongOnesUntilLock - 1; i++)
                await browser.SignIn("social-security-officer.la", Wrong);
            if (round == 0)
                Assert.NotNull((await browser.SignIn("social-security-officer.la"))["code"]);
        }

        Assert.Null(await host.Db(db => db.Accounts.Where(a => a.UserName == "social-security-officer.la").Select(a => a.LockoutEnd).SingleAsync()));
    }

    [Fact]
    public async Task A_mistyped_password_before_the_first_right_one_does_no_harm()
    {
        using var browser = new Browser(host);
        const string account = "ministry-officer.vn";
        var weaker = await host.Db(db => db.Accounts.Where(a => a.UserName == account).Select(a => a.PasswordHash).SingleAsync());

        await browser.SignIn(account, Wrong);
        Assert.NotNull((await browser.SignIn(account))["code"]);

        var after = await host.Db(db => db.Accounts.SingleAsync(a => a.UserName == account));
        Assert.NotEqual(weaker, after.PasswordHash);
        Assert.Equal(0, after.AccessFailedCount);
    }

    [Fact]
    public async Task Two_first_sign_ins_at_once_both_succeed()
    {
        const string account = "ministry-officer.mm";
        var browsers = Enumerable.Range(0, 4).Select(_ => new Browser(host)).ToList();
        await browsers[0].SignIn(account, Wrong);

        var codes = await Task.WhenAll(browsers.Select(b => b.SignIn(account)));

        Assert.All(codes, answer => Assert.NotNull(answer["code"]));
        browsers.ForEach(b => b.Dispose());
    }

    [Fact]
    public async Task An_unknown_account_is_answered_as_a_known_one_and_its_name_is_written_nowhere()
    {
        using var browser = new Browser(host);
        const string unknown = "somebody.who.is.not.there";

        var known = await browser.SignIn("social-security-officer.kh", Wrong);
        var other = await browser.SignIn(unknown, Wrong);

        Assert.Equal((known.Status, Plain(known.Html)), (other.Status, Plain(other.Html)));
        var row = (await host.Audit("sign-in-refused"))[^1];
        Assert.Equal(("ACCOUNT_UNKNOWN", ""), (row.Outcome, row.Account));
        Assert.DoesNotContain(unknown, await host.Db(db => db.Database.SqlQuery<string>($"SELECT string_agg(audit::text, ' ') AS \"Value\" FROM audit").SingleAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Attempts_on_one_name_are_limited_whether_it_is_there_or_not()
    {
        using var browser = new Browser(host);
        foreach (var name in new[] { "nobody.at.all", "trainer.la" })
        {
            for (var i = 0; i < SignInLimits.PerNameAndMinute; i++)
                Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignIn(name, Wrong)).Status);

            Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.SignIn(name.ToUpperInvariant(), Wrong)).Status);
        }
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in()
    {
        using var browser = new Browser(host);
        var forged = (await browser.Open("/connect/login")) with { Html = "<form action=\"/connect/login\">" };
        var signIn = host.SignIn("statistician");

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Submit(forged, ("account", signIn.Account), ("password", signIn.Password))).Status);
        Assert.Equal("login_required", (await browser.Open(Browser.AuthorizeAddress(("prompt", "none"))))["error"]);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/connect/authorize?")]
    [InlineData("/connect/authorize.elsewhere?")]
    public async Task The_form_leads_nowhere_but_back(string elsewhere)
    {
        using var browser = new Browser(host);
        var signIn = host.SignIn("auditor");
        var form = await browser.Open("/connect/login?return=" + Uri.EscapeDataString(elsewhere));

        Assert.DoesNotContain("elsewhere", form.Html, StringComparison.Ordinal);
        Assert.Null((await browser.Submit(form, ("account", signIn.Account), ("password", signIn.Password), ("return", elsewhere))).Location);
    }

    [Fact]
    public async Task The_form_needs_no_script_and_names_its_fields()
    {
        using var browser = new Browser(host);
        var form = await browser.Open((await browser.Open(Browser.AuthorizeAddress())).Location!);

        Assert.DoesNotContain("<script", form.Html, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", form.Html, StringComparison.Ordinal);
        Assert.Contains("<label for=\"account\">", form.Html, StringComparison.Ordinal);
        Assert.Contains("<label for=\"password\">", form.Html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", form.Policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' http://127.0.0.1:9;", form.Policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_from_the_address_is_shown_as_text()
    {
        using var browser = new Browser(host);
        var form = await browser.Open("/connect/login?return=" + Uri.EscapeDataString("/connect/authorize?\"><script>alert(1)</script>"));

        Assert.DoesNotContain("<script", form.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_password_opens_nothing_but_the_choice_of_another()
    {
        var accounts = new Proto.Accounts.AccountsClient(host.Administrator);
        var request = A.Account(host.SignIn("inspector.cn").OrganisationId.ToString(), "inspector");
        var made = await accounts.CreateAccountAsync(request);
        using var browser = new Browser(host);

        var toChoice = await browser.SignIn(request.Name, made.FirstPassword);
        Assert.StartsWith("/connect/password", toChoice.Location, StringComparison.Ordinal);
        Assert.Equal("login_required", (await browser.Open(Browser.AuthorizeAddress(("prompt", "none"))))["error"]);

        var choice = await browser.Open(toChoice.Location!);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Submit(choice, ("password", "too short"), ("repeated", "too short"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.Submit(choice, ("password", "a good long one"), ("repeated", "another long one"))).Status);
        var back = await browser.Submit(choice, ("password", "a good long one"), ("repeated", "a good long one"));
        Assert.NotNull((await browser.Open(back.Location!))["code"]);

        using var later = new Browser(host);
        Assert.Equal(HttpStatusCode.BadRequest, (await later.SignIn(request.Name, made.FirstPassword)).Status);
        Assert.NotNull((await later.SignIn(request.Name, "a good long one"))["code"]);
    }

    [Fact]
    public async Task A_reset_password_ends_the_sessions_that_stood_on_the_former()
    {
        using var browser = new Browser(host);
        await browser.SignIn("reintegration-counsellor.kh");
        var accounts = new Proto.Accounts.AccountsClient(host.Administrator);

        var reset = await accounts.ResetPasswordAsync(new() { RequestId = Guid.NewGuid().ToString(), AccountId = host.SignIn("reintegration-counsellor.kh").AccountId.ToString() });

        Assert.Equal("login_required", (await browser.Open(Browser.AuthorizeAddress(("prompt", "none"))))["error"]);
        Assert.StartsWith("/connect/password", (await browser.SignIn("reintegration-counsellor.kh", reset.FirstPassword)).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\0b", "x")]
    [InlineData("", "")]
    [InlineData("nobody", "\uFFFD")]
    public async Task Damaged_or_missing_text_is_answered_with_the_form(string account, string password)
    {
        using var browser = new Browser(host);

        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SignIn(account, password)).Status);
    }

    static string Plain(string html) => System.Text.RegularExpressions.Regex.Replace(html, "value=\"[^\"]*\"", "");
}
