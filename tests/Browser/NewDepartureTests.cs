using System.Globalization;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Registry.V1;
using Gms.Type.V1;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>A departure entered step by step: what was entered is there after the line broke, and the answer comes with every reason.</summary>
public sealed class NewDepartureTests(WholeSystem whole, Chromium chromium)
{
    [MainTask(MainTaskAttribute.Ministry)]
    [Theory]
    [InlineData("en")]
    [InlineData("my")]
    public async Task An_officer_enters_a_departure_goes_back_and_registers_it(string code)
    {
        var worker = await Enrolled(TestContext.Current.CancellationToken);
        var officer = await Person.At(whole, chromium, Language.Find(code)!);
        var (page, reads) = (officer.Page, officer.Reads);
        await officer.SignIn(Account.Ministry("KH"));
        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.new_departure"] }).ClickAsync();

        await page.GetByLabel(reads["workers.number"]).FillAsync(worker);
        await Next(page, reads);
        await page.GetByLabel(reads["coverage.country"]).SelectOptionAsync("TH");
        await page.GetByLabel(reads["queue.planned"]).FillAsync(DateTime.UtcNow.AddDays(20).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await Next(page, reads);
        await officer.Looks("new-departure");
        await page.GetByLabel(reads["coverage.channel"]).SelectOptionAsync("BORDER_S64");
        await page.GetByLabel(reads["coverage.work"]).SelectOptionAsync("AGRICULTURAL_SEASONAL");
        await Next(page, reads);
        await Expect(page.Locator("dl")).ToContainTextAsync(worker);
        await page.ReloadAsync();
        await Expect(page.Locator("dl")).ToContainTextAsync(reads.Code("employment_type", "AGRICULTURAL_SEASONAL"));
        await officer.Looks("new-departure-last");

        await page.Locator(".steps").GetByRole(AriaRole.Link, new() { Name = reads["new.step_1"] }).ClickAsync();
        await Expect(page.GetByLabel(reads["workers.number"])).ToHaveValueAsync(worker);
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = reads["new.register"] }).PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.registered"]);
        await Expect(page.Locator("h1")).ToContainTextAsync(worker);
        await Expect(page.Locator("dl")).ToContainTextAsync(reads["departure.status.Held"]);
        await officer.Looks("new-departure-answer");
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["new.heading"]);
    }

    static Task Next(IPage page, Texts reads) => page.GetByRole(AriaRole.Button, new() { Name = reads["new.next"] }).PressAsync("Enter");

    async Task<string> Enrolled(CancellationToken cancel) => (await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("KH"), "enrolment")).EnrolWorkerAsync(new()
    {
        RequestId = Given.NewId(),
        Country = "KH",
        Names = { new PersonName { Full = $"Step {Given.Word()}" } },
        BirthDate = new() { Year = 1992, Month = 4, Day = 2 },
        Sex = Sex.Male,
        Nationality = "KH",
        Document = new() { Kind = "BORDER_PASS", Issuer = "KH", Number = "S" + Given.NewId()[..7], ValidUntil = new() { Year = 2032, Month = 6, Day = 30 } },
    }, cancellationToken: cancel)).WorkerNumber;
}
