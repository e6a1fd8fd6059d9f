using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Portal.Pages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>Every page in every language: nothing that axe finds, nothing that sticks out of a small screen, and the language that was chosen.</summary>
[Collection(nameof(WholeSystem.System))]    // another class stops the Portal
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
        await reader.SignIn(Account.Ministry("LA"));
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

    static readonly (string Role, string Account)[] Offices =
    [
        ("ministry-officer", Account.Ministry("LA")), ("social-security-officer", Account.SocialSecurity("TH")), ("agency-officer", Account.Agency("LA")),
        ("reintegration-counsellor", Account.Counsellor("KH")), ("partner-officer", Account.Partner("KH")),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task Every_page_that_an_office_is_offered_opens_without_barriers_and_fits_a_small_screen(string code)
    {
        var barriers = new List<string>();
        foreach (var (role, account) in Offices)
        {
            var reader = await Person.At(whole, chromium, Language.Find(code)!);
            await reader.SignIn(account);
            await reader.Page.SetViewportSizeAsync(SmallScreen, 640);
            foreach (var item in Menu.All.Where(i => i.Roles.Contains(role)))
            {
                await reader.Open(item.Path);
                await Expect(reader.Page.Locator("header [aria-current=page]")).ToHaveTextAsync(reader.Reads[item.Text]);
                await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
                Assert.False(await reader.ScrollsSideways(), $"{item.Path} in {code} is wider than {SmallScreen} pixels.");
                barriers.AddRange(await reader.Barriers());
                await reader.Picture(item.Path.Trim('/').Replace('/', '-'));
            }
        }

        Assert.Empty(barriers);
    }

    [Fact]
    public async Task A_language_chosen_on_a_page_stays_and_leads_back_to_that_page()
    {
        var reader = await Person.At(whole, chromium, Language.English);
        await reader.SignIn(Account.Ministry("LA"));
        await reader.Open("/departures");

        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "ພາສາລາວ" }).ClickAsync();

        await Expect(reader.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/departures$"));
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(Texts.In(Language.Find("lo")!)["queue.heading"]);
        await reader.Open("/");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "lo");
    }
}
