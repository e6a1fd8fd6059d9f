using System.Text.RegularExpressions;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Help;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>Help where it is needed: a guide from the head of every page, on one sheet, and a refusal that says what to do.</summary>
public sealed class HelpTests(WholeSystem whole, Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("km")]
    public async Task An_officer_is_led_from_the_guide_to_each_page_of_the_day(string code)
    {
        var officer = await Person.At(whole, chromium, Language.Find(code)!);
        await officer.ComeIn(Account.Ministry("KH"));

        await officer.Page.Locator("header").GetByRole(AriaRole.Link, new() { Name = officer.Reads["help.link"], Exact = true }).ClickAsync();
        await Expect(officer.Page).ToHaveURLAsync(new Regex("/help/ministry-officer$"));
        await officer.Looks("help");
        var steps = officer.Page.Locator(".guide ol a");
        await Expect(steps).ToHaveCountAsync(5);
        for (var step = 0; step < 5; step++)
        {
            await steps.Nth(step).ClickAsync();
            await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            await officer.Page.GoBackAsync();
        }
    }

    [Fact]
    public async Task Every_guide_fits_one_sheet_in_every_language()
    {
        var reader = await Person.At(whole, chromium, Language.English);
        await reader.Open("/help");
        var longer = new List<string>();
        foreach (var language in Language.All)
        {
            await reader.Choose(language);
            foreach (var role in Guides.Roles)
            {
                await reader.Open($"/help/{role}");
                var sheet = System.Text.Encoding.Latin1.GetString(await reader.Page.PdfAsync(new() { PreferCSSPageSize = true }));
                if (Regex.Count(sheet, @"/Type\s*/Page\b") != 1)
                    longer.Add($"{role} in {language.Code}");
            }
        }

        Assert.Empty(longer);
    }

    [Fact]
    public async Task Who_did_not_sign_in_finds_all_guides()
    {
        var reader = await Person.At(whole, chromium, Language.English);
        await reader.Open("/");

        await reader.Page.Locator("header").GetByRole(AriaRole.Link, new() { Name = reader.Reads["help.link"], Exact = true }).ClickAsync();
        await Expect(reader.Page.Locator("main li a")).ToHaveCountAsync(Guides.Roles.Count);
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "Border officer" }).ClickAsync();
        await Expect(reader.Page.Locator("h1")).ToHaveTextAsync(reader.Reads["help.of", "Border officer"]);
    }
}
