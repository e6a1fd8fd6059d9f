using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>An administrator lets a new office in; its first person chooses a password and finds the page of the own sign-in.</summary>
[Collection(nameof(WholeSystem.System))]    // another class stops the Portal
public sealed class AdministratorTests(WholeSystem whole, Chromium chromium)
{
    const string Chosen = "several words that are long";

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task An_office_is_let_in_and_its_first_person_signs_in(string code)
    {
        var language = Language.Find(code)!;
        var administrator = await Person.At(whole, chromium, language);
        await administrator.SignIn(Account.Administrator);
        var (name, password) = await LetIn(administrator);

        var desk = await Person.At(whole, chromium, language);
        await FirstSignIn(desk, name, password);
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = desk.Reads["nav.own_sign_in"] }).ClickAsync();
        await desk.Page.Locator("button[name=everywhere]").WaitForAsync();
        await desk.Picture("own-sign-in");
        Assert.Empty(await desk.Barriers());
    }

    [Fact]
    public async Task A_new_signing_key_is_made_only_when_it_is_confirmed()
    {
        var administrator = await Person.At(whole, chromium, Language.English);
        var (page, reads) = (administrator.Page, administrator.Reads);
        await administrator.SignIn(Account.Administrator);
        await administrator.Open("/keys");
        var newest = await page.Locator("tbody th").First.InnerTextAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = reads["keys.rotate"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not confirmed");
        Assert.Equal(newest, await page.Locator("tbody th").First.InnerTextAsync());
        await page.GetByLabel(reads["keys.confirm"]).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = reads["keys.rotate"] }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.keys_rotated"]);
        Assert.NotEqual(newest, await page.Locator("tbody th").First.InnerTextAsync());
        await administrator.Looks("keys");

        // The first id token that the new key signs: the Portal has not seen that key before.
        var next = await Person.At(whole, chromium, Language.English);
        await next.SignIn(Account.Administrator);
        await Expect(next.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(next.Reads["organisations.title"]);
    }

    [Fact]
    public async Task An_officer_has_no_business_on_these_pages()
    {
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.SignIn(Account.Ministry("LA"));

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

    static async Task TypePassword(Person person, string name, string password)
    {
        await person.Open("/sign-in");
        await person.Page.Locator("#account").FillAsync(name);
        await person.Page.Locator("#password").FillAsync(password);
        await person.Page.Locator("form button").ClickAsync();
    }
}
