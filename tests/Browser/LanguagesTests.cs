using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>Every page in every language: nothing that axe finds, nothing that sticks out of a small screen, and the language that was chosen.</summary>
public sealed class LanguagesTests(WholeSystem whole, Chromium chromium)
{
    const int SmallScreen = 320;

    public static TheoryData<string> Codes => [.. Language.All.Select(l => l.Code)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Pages_are_in_the_language_of_the_browser_without_barriers_and_fit_a_small_screen(string code)
    {
        var reader = await Person.At(whole, chromium, Language.Find(code)!);
        await reader.Page.SetViewportSizeAsync(SmallScreen, 640);
        var barriers = new List<string>();
        async Task Look(string path)
        {
            await reader.Open(path);
            Assert.Equal(code, await reader.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.False(await reader.ScrollsSideways(), $"{path} in {code} is wider than {SmallScreen} pixels.");
            barriers.AddRange(await reader.Barriers());
        }

        await Look("/");
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reader.Reads["home.heading"]);
        await reader.Picture("home");
        await reader.ComeIn(Account.Ministry("LA"));
        await Look("/nowhere-at-all");
        await Look("/workers");
        await reader.Page.GetByLabel(reader.Reads["workers.number"]).FillAsync("LA-0000");
        await reader.Page.GetByRole(AriaRole.Button, new() { Name = reader.Reads["workers.show"] }).ClickAsync();
        await Look(new Uri(reader.Page.Url).PathAndQuery);
        await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(reader.Reads["problem.WORKER_NUMBER_MALFORMED"][..^1]);
        await Look("/departures");
        await Look($"/departures/{Given.NewId()}");

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task A_language_chosen_on_a_page_stays_and_leads_back_to_that_page()
    {
        var reader = await Person.At(whole, chromium, Language.English);
        await reader.ComeIn(Account.Ministry("LA"));
        await reader.Open("/departures");

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "ພາສາລາວ" }).ClickAsync();

        await Expect(reader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/departures$"));
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Texts.In(Language.Find("lo")!)["queue.heading"]);
        await reader.Open("/");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "lo");
    }
}
