using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>An administrator makes a new signing key.</summary>
[Collection(nameof(Alone))]    // whoever else signs in would be the first with the new key
public sealed class KeysTests(WholeSystem whole, Chromium chromium)
{
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
}
