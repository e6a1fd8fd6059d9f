using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>A border post with a telephone and a line that drops: exit and arrival are recorded, and nothing typed is lost.</summary>
public sealed class BorderTests(WholeSystem whole, Chromium chromium)
{
    [MainTask(MainTaskAttribute.BorderPost)]
    [Theory]
    [InlineData("en")]
    [InlineData("th")]
    public async Task An_officer_records_an_exit_over_a_line_that_drops(string code)
    {
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddHours(3).AddDays(-LaoGarmentWorker.DaysToDeparture);
        var number = (await new LaoGarmentWorker(whole.Offices, whole.Data, start) { StaysAtTheBorder = true }.Run(TestContext.Current.CancellationToken)).WorkerNumber;
        var officer = await Person.At(whole, chromium, Language.Find(code)!);
        await officer.Page.SetViewportSizeAsync(320, 640);
        var addresses = new List<string>();
        officer.Page.Request += (_, request) => addresses.Add(Uri.UnescapeDataString(request.Url));
        await officer.SignIn("border-officer.la");

        await officer.Open("/crossings");
        Assert.InRange(await officer.FirstLoad(), 1, 60 * 1024);
        Assert.False(await officer.ScrollsSideways());
        Assert.Empty(await officer.Barriers());
        await officer.Page.Locator("input[value=exit]").CheckAsync();
        await officer.Page.Locator("#worker").FillAsync(number[..^1]);
        await officer.Page.Locator("main form button").ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(officer.Page.Locator("#worker")).ToHaveValueAsync(number[..^1]);

        await officer.Page.Locator("#worker").FillAsync(number);
        await officer.Page.Context.SetOfflineAsync(true);
        await officer.Page.Locator("main form button").ClickAsync();
        await Expect(officer.Page.Locator(".kept")).ToHaveTextAsync(officer.Reads["kept.offline"]);
        await officer.Picture("border-offline");
        await officer.Page.Context.SetOfflineAsync(false);
        await officer.Page.Locator("main form button").ClickAsync();

        await Expect(officer.Page.Locator("main")).ToContainTextAsync(officer.Reads["crossing.done.exit"]);
        await Expect(officer.Page.Locator("#worker")).ToHaveValueAsync("");
        await officer.Picture("border-recorded");
        Assert.DoesNotContain(addresses, a => a.Contains(number, StringComparison.OrdinalIgnoreCase));
    }
}
