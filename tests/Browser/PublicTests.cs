using Gms.Journeys;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>Whoever did not sign in: is the agency licensed, is the pass good, how many went.</summary>
public sealed class PublicTests(WholeSystem whole, Chromium chromium)
{
    [MainTask(MainTaskAttribute.CivilSociety)]
    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task Anybody_checks_a_licence_and_takes_figures_along(string code)
    {
        var reader = await Person.At(whole, chromium, Language.Find(code)!);
        await reader.Page.SetViewportSizeAsync(320, 640);
        var barriers = new List<string>();
        async Task Look()
        {
            Assert.InRange(await reader.FirstLoad(), 1, 60 * 1024);
            Assert.False(await reader.ScrollsSideways());
            barriers.AddRange(await reader.Barriers());
        }

        await reader.Open("/");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Reads["home.licence"] }).ClickAsync();
        await reader.Page.Locator("#country").SelectOptionAsync("LA");
        await reader.Page.Locator("#number").FillAsync("DEMO-LA-2023-1");
        await reader.Page.Locator("main form button").ClickAsync();
        await Expect(reader.Page.Locator(".state")).ToContainTextAsync(reader.Reads["licence.state.Valid"]);
        await Look();
        await reader.Picture("public-licence");
        await reader.Page.Locator("#number").FillAsync("<script>alert(1)</script>");
        await reader.Page.Locator("main form button").ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(reader.Reads["licence.unknown"]);
        await Expect(reader.Page.Locator("#number")).ToHaveValueAsync("<script>alert(1)</script>");

        await reader.Open("/statistics");
        await reader.Page.Locator("#country").SelectOptionAsync("LA");
        await reader.Page.Locator("main form button").ClickAsync();
        await Expect(reader.Page.GetByRole(AriaRole.Heading, new() { Level = 2 })).ToBeVisibleAsync();
        await Look();
        await reader.Picture("public-figures");
        var file = await reader.Page.RunAndWaitForDownloadAsync(() => reader.Page.GetByRole(AriaRole.Link, new() { Name = reader.Reads["statistics.csv"] }).ClickAsync());
        Assert.StartsWith("row,column,count,hidden", await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await reader.Open("/check/");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", code);
        await Look();
        await reader.Picture("public-check");
        Assert.Empty(barriers);
    }

    [Fact]
    public async Task The_check_page_speaks_the_language_that_is_chosen_and_keeps_it()
    {
        var reader = await Person.At(whole, chromium, Language.English);
        await reader.Open("/check/");
        await reader.Page.GetByRole(AriaRole.Link, new() { Name = "ភាសាខ្មែរ" }).ClickAsync();
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "km");
        var heading = await reader.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).InnerTextAsync();
        Assert.NotEqual("Check a departure pass", heading);

        await reader.Open("/check/");
        await Expect(reader.Page.Locator("html")).ToHaveAttributeAsync("lang", "km");
        Assert.Empty(await reader.Barriers());
    }
}
