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
        await page.GetByLabel(reads["queue.planned"]).FillAsync(InDays(20));
        await Next(page, reads);
        await officer.Looks("new-departure");
        await page.GetByLabel(reads["coverage.channel"]).SelectOptionAsync("BORDER_S64");
        await page.GetByLabel(reads["coverage.work"]).SelectOptionAsync("AGRICULTURAL_SEASONAL");
        await Next(page, reads);
        await Expect(page.Locator("dl")).ToContainTextAsync(worker);
        await page.ReloadAsync();
        await Expect(page.Locator("dl")).ToContainTextAsync(reads.Code("employment_type", "AGRICULTURAL_SEASONAL"));
        await officer.Looks("new-departure-last");

        // The browser is closed: at another one the officer goes on where it stood, and a colleague sees nothing of it.
        var colleague = await Person.At(whole, chromium, Language.English);
        await colleague.SignIn(Account.SecondOfficer("KH"));
        await colleague.Open(new Uri(page.Url).PathAndQuery);
        await Expect(colleague.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(colleague.Page.Locator("main")).Not.ToContainTextAsync(worker);
        await page.Context.CloseAsync();
        officer = await Person.At(whole, chromium, Language.Find(code)!);
        page = officer.Page;
        await officer.SignIn(Account.Ministry("KH"));
        await officer.Open("/departures/new");
        await officer.Looks("new-departure-drafts");
        await page.Locator(".cards").GetByRole(AriaRole.Link, new() { Name = worker }).ClickAsync();
        await Expect(page.Locator("dl")).ToContainTextAsync(worker);

        await page.Locator(".steps").GetByRole(AriaRole.Link, new() { Name = reads["new.step_1"] }).ClickAsync();
        await Expect(page.GetByLabel(reads["workers.number"])).ToHaveValueAsync(worker);
        await page.GoBackAsync();
        await TwoWindows(officer);
        await page.GetByRole(AriaRole.Button, new() { Name = reads["new.register"] }).PressAsync("Enter");

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.registered"]);
        await Expect(page.Locator("h1")).ToContainTextAsync(worker);
        await Expect(page.Locator("dl")).ToContainTextAsync(reads["departure.status.Held"]);
        await officer.Looks("new-departure-answer");
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["new.heading"]);
        await officer.Open("/departures/new");
        await Expect(page.Locator("main")).Not.ToContainTextAsync(worker);    // sent: no draft any more
    }

    /// <summary>What a second window saved is not written over: the first is told, and shows it with what was typed.</summary>
    static async Task TwoWindows(Person officer)
    {
        var (page, reads) = (officer.Page, officer.Reads);
        var second = await page.Context.NewPageAsync();
        await page.Locator(".steps").GetByRole(AriaRole.Link, new() { Name = reads["new.step_2"] }).ClickAsync();
        await second.GotoAsync(page.Url);
        var (soon, later) = (InDays(30), InDays(40));
        await second.GetByLabel(reads["queue.planned"]).FillAsync(soon);
        await Next(second, reads);
        await Expect(second.Locator(".steps [aria-current=step]")).ToHaveTextAsync(reads["new.step_3"]);
        await second.CloseAsync();

        await page.GetByLabel(reads["queue.planned"]).FillAsync(later);
        await Next(page, reads);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(reads.Language == Language.English ? "saved meanwhile" : reads["problem.DRAFT_SAVED_MEANWHILE"]);
        await Expect(page.GetByLabel(reads["queue.planned"])).ToHaveValueAsync(later);
        await officer.Looks("new-departure-two-windows");
        await Next(page, reads);
        await Expect(page.Locator(".steps [aria-current=step]")).ToHaveTextAsync(reads["new.step_3"]);
        await Next(page, reads);
        await Expect(page.Locator("dl")).ToContainTextAsync(reads.Code("employment_type", "AGRICULTURAL_SEASONAL"));
    }

    static string InDays(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

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
