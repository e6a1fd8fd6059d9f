using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Testing;
using Microsoft.Playwright;
using OtpNet;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>An administrator lets a new office in; its first person signs in, sets a second factor up, and signs out everywhere.</summary>
public sealed class AdministratorTests(WholeSystem whole, Chromium chromium)
{
    const string Chosen = "several words that are long";

    /// <summary>How long an app shows one code (RFC 6238).</summary>
    const int TimeStep = 30;

    [MainTask(MainTaskAttribute.Administrator)]
    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task An_office_is_let_in_and_its_person_signs_in_with_a_second_factor_and_out_everywhere(string code)
    {
        var language = Language.Find(code)!;
        var administrator = await Person.At(whole, chromium, language);
        await administrator.SignIn(Account.Administrator);
        var (name, password) = await LetIn(administrator);

        var desk = await Person.At(whole, chromium, language);
        await FirstSignIn(desk, name, password);
        var secret = await SetUp(desk);
        var telephone = await Person.At(whole, chromium, language);
        await SignInWithCode(telephone, name, secret);
        await Everywhere(desk);
        await Closed(telephone, language == Language.English ? "/agencies" : "/");

        await LookAfter(administrator, name);
    }

    [Fact]
    public async Task An_officer_has_no_business_on_these_pages()
    {
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.ComeIn(Account.Ministry("LA"));

        foreach (var path in new[] { "/organisations", "/accounts", "/accounts/new", "/keys", "/audit" })
        {
            var answer = await officer.Page.GotoAsync(new Uri(whole.System["Portal"].Web!, path).ToString());
            Assert.Equal(403, answer!.Status);
        }
    }

    static async Task<(string Name, string Password)> LetIn(Person administrator)
    {
        var (page, reads) = (administrator.Page, administrator.Reads);
        var (office, name) = ($"<b>Office</b> {Given.Word()}", $"first.{Guid.NewGuid():N}");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["organisations.title"]);
        await administrator.Looks("organisations");

        await page.GetByRole(AriaRole.Link, new() { Name = reads["organisations.new"] }).ClickAsync();
        await page.GetByLabel(reads["organisations.kind"]).SelectOptionAsync("Ministry");
        await page.GetByLabel(reads["admin.name"], new() { Exact = true }).FillAsync(office);
        await page.GetByRole(AriaRole.Button, new() { Name = reads["organisations.register"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();    // a ministry without a country
        await Expect(page.GetByLabel(reads["admin.name"], new() { Exact = true })).ToHaveValueAsync(office);
        await administrator.Looks("organisation-refused");
        await page.GetByLabel(reads["organisations.country"]).SelectOptionAsync("LA");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["organisations.register"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.organisation_registered"]);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(office);
        await administrator.Looks("organisation");

        await page.GetByRole(AriaRole.Link, new() { Name = reads["accounts.new"] }).ClickAsync();
        await page.GetByLabel(reads["accounts.name"]).FillAsync(name);
        await page.GetByLabel(reads.Code("role", "inspector"), new() { Exact = true }).CheckAsync();
        await administrator.Looks("account-new");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["accounts.create"] }).PressAsync("Enter");
        var password = await page.Locator(".slip .secret").InnerTextAsync();
        await administrator.Looks("account-made");
        return (name, password.Trim());
    }

    async Task FirstSignIn(Person person, string name, string password)
    {
        await TypePassword(person, name, password);
        await person.Page.Locator("#repeated").WaitForAsync();
        Assert.Empty(await person.Barriers());
        await person.Page.Locator("#password").FillAsync(Chosen);
        await person.Page.Locator("#repeated").FillAsync(Chosen);
        await person.Page.Locator("form button").ClickAsync();
        await person.Page.WaitForURLAsync(new Uri(whole.System["Portal"].Web!, "/**").ToString());
    }

    static async Task<byte[]> SetUp(Person person)
    {
        await person.Page.GetByRole(AriaRole.Link, new() { Name = person.Reads["nav.own_sign_in"] }).ClickAsync();
        await person.Page.Locator("button[name=everywhere]").WaitForAsync();
        await person.Looks("own-sign-in");
        await person.Page.Locator("main a[href*='set-up']").ClickAsync();
        var secret = Base32Encoding.ToBytes((await person.Page.Locator("#key").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal));
        await person.Looks("second-factor-set-up");
        await person.Page.Locator("#code").FillAsync("000000");
        await person.Page.Locator("form button").ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await person.Page.Locator("#code").FillAsync(new Totp(secret).ComputeTotp());
        await person.Page.Locator("form button").ClickAsync();
        await Expect(person.Page.Locator("#recovery li")).ToHaveCountAsync(10);
        await person.Looks("recovery-codes");
        await person.Page.Locator("main a").ClickAsync();
        await person.Page.Locator("button[name=everywhere]").WaitForAsync();
        return secret;
    }

    /// <summary>The code that comes next: the present one was used to set it up, and none is taken twice.</summary>
    async Task SignInWithCode(Person person, string name, byte[] secret)
    {
        await TypePassword(person, name, Chosen);
        await person.Page.Locator("#code").WaitForAsync();
        await person.Looks("second-factor");
        await person.Page.Locator("#code").FillAsync(new Totp(secret).ComputeTotp(DateTime.UtcNow.AddSeconds(TimeStep)));
        await person.Page.Locator("form button").ClickAsync();
        await person.Page.WaitForURLAsync(new Uri(whole.System["Portal"].Web!, "/**").ToString());
        await Expect(person.Page.Locator("header [aria-current=page]")).ToBeVisibleAsync();
    }

    static async Task Everywhere(Person desk)
    {
        await desk.Page.Locator("button[name=everywhere]").ClickAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(desk.Reads["home.everywhere"]);
        await Expect(desk.Page.Locator("form.account")).ToHaveCountAsync(0);
        await desk.Looks("signed-out-everywhere");
    }

    /// <summary>The Portal asks Access on the first page each time, on every other each half minute.</summary>
    static async Task Closed(Person telephone, string page) =>
        Assert.Equal(0, await Eventually.Becomes(async () =>
        {
            await telephone.Open(page);
            return await telephone.Page.Locator("form.account").CountAsync();
        }, signedIn => signedIn == 0, TimeSpan.FromMinutes(page == "/" ? 0 : 2)));

    static async Task LookAfter(Person administrator, string name)
    {
        var (page, reads) = (administrator.Page, administrator.Reads);
        await administrator.Open("/accounts");
        await page.GetByLabel(reads["accounts.contains"]).FillAsync(name[..20]);
        await page.GetByRole(AriaRole.Button, new() { Name = reads["admin.show"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = name })).ToContainTextAsync(reads["accounts.second.yes"]);
        await administrator.Looks("accounts");
        await page.GetByRole(AriaRole.Link, new() { Name = name }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(name);
        await administrator.Looks("account");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["accounts.lock"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.account_locked"]);
        await Expect(page.Locator("dl")).ToContainTextAsync(reads["code.account_state.Locked"]);
        await page.GetByRole(AriaRole.Button, new() { Name = reads["accounts.unlock"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.account_unlocked"]);
        await page.GetByRole(AriaRole.Button, new() { Name = reads["accounts.second.reset"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.second_factor_reset"]);

        await page.GetByRole(AriaRole.Link, new() { Name = reads["accounts.audit"] }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = reads["admin.show"] }).ClickAsync();
        await Expect(page.Locator("tbody")).ToContainTextAsync("Second-factor-set");
        await Expect(page.Locator("tbody")).ToContainTextAsync("Signed-out-everywhere");
        await administrator.Looks("audit");
    }

    static async Task TypePassword(Person person, string name, string password)
    {
        await person.Open("/sign-in");
        await person.Page.Locator("#account").FillAsync(name);
        await person.Page.Locator("#password").FillAsync(password);
        await person.Page.Locator("form button").ClickAsync();
    }
}
