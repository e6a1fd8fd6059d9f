using System.Globalization;
using Gms.Journeys;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>An inspector: whom to visit first, the visit planned, recorded, corrected after, closed.</summary>
[Collection(LaoDesks.Answer)]
public sealed class InspectionsTests(WholeSystem whole, Chromium chromium)
{
    const string Agency = "Demonstration Agency 1";

    [Theory]
    [InlineData("en")]
    [InlineData("vi")]
    public async Task An_inspector_plans_a_visit_records_it_sees_it_corrected_and_closes_it(string code)
    {
        var inspector = await Person.At(whole, chromium, Language.Find(code)!);
        var (page, reads) = (inspector.Page, inspector.Reads);
        await inspector.SignIn("inspector.la");
        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.inspections"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = reads["inspections.order"] })).ToBeVisibleAsync();
        await inspector.Picture("inspections");

        var agency = page.Locator(".case").Filter(new() { HasText = Agency });
        await agency.GetByLabel(reads["inspections.day"]).FillAsync(Day(0));
        await agency.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(page.Locator(".done")).ToHaveTextAsync(reads["done.planned"]);
        await inspector.Picture("inspection-planned");

        await page.Locator("#visitedon").FillAsync(Day(0));
        await Line(page, 0, "FR01", "Pass", "<script>alert(1)</script> It hangs on the wall.");
        await Line(page, 2, "FR04", "Fail", "Fees were taken.");    // the second line stays empty
        await page.Locator("#action2").FillAsync("Pay the fees back.");
        await page.GetByRole(AriaRole.Link, new() { Name = reads["inspections.more_lines"] }).ClickAsync();    // what was typed is kept
        await Expect(page.Locator("#indicator7")).ToBeVisibleAsync();
        await Expect(page.Locator("#outcome2")).ToHaveValueAsync("Fail");
        await page.Locator("#dueon2").FillAsync(Day(0));
        await Line(page, 5, "FR17", "Pass", "Also in the sixth line.");
        await page.GotoAsync(new Uri(page.Url).GetLeftPart(UriPartial.Path));    // left and come back to: as many lines as were filled in
        await Expect(page.Locator("#text5")).ToHaveValueAsync("Also in the sixth line.");
        await Expect(page.Locator("#outcome2")).ToHaveValueAsync("Fail");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["inspections.record"] }).PressAsync("Enter");

        // Refused: the agency has no day. What was typed is there, also in the lines that were right.
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.Locator("#text0")).ToHaveValueAsync("<script>alert(1)</script> It hangs on the wall.");
        await Expect(page.Locator("#indicator2")).ToHaveValueAsync("FR04");
        await inspector.Looks("inspection-refused");
        await page.Locator("#dueon2").FillAsync(Day(30));
        await page.GetByRole(AriaRole.Button, new() { Name = reads["inspections.record"] }).ClickAsync();
        await Expect(page.Locator(".done")).ToHaveTextAsync(reads["done.visited"]);
        await Expect(page.Locator(".checks")).ToContainTextAsync("<script>alert(1)</script> It hangs on the wall.");

        // It cannot be closed before it is corrected.
        await page.GetByRole(AriaRole.Button, new() { Name = reads["inspections.close"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await page.GetByLabel(reads["inspections.proof"]).FillAsync("receipts, file 7");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["inspections.correct"] }).ClickAsync();
        await Expect(page.Locator(".done")).ToHaveTextAsync(reads["done.corrected"]);
        await inspector.Looks("inspection-corrected");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["inspections.close"] }).ClickAsync();
        await Expect(page.Locator(".done")).ToHaveTextAsync(reads["done.closed"]);
        await Expect(page.Locator("dl").First).ToContainTextAsync(reads.Code("inspection", "Closed"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = reads["inspections.close"] })).ToHaveCountAsync(0);
    }

    /// <summary>An inspector of another country is told that there is none; an agency is refused: it would know the day.</summary>
    [Theory]
    [InlineData("inspector.th", 404)]
    [InlineData("agency-officer.la", 403)]
    public async Task Another_office_sees_nothing_of_a_visit(string account, int status)
    {
        var inspector = await Person.At(whole, chromium, Language.English);
        await inspector.SignIn("inspector.la");
        await Planned(inspector, Day(2));
        var path = new Uri(inspector.Page.Url).AbsolutePath;
        var other = await Person.At(whole, chromium, Language.English);
        await other.SignIn(account);

        Assert.Equal(status, (await other.Open(path))!.Status);
        await Expect(other.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(other.Page.Locator("main")).Not.ToContainTextAsync(Agency);

        // So that the agency can be visited again.
        await inspector.Page.GetByRole(AriaRole.Button, new() { Name = inspector.Reads["inspections.cancel"] }).ClickAsync();
        await Expect(inspector.Page.Locator(".done")).ToHaveTextAsync(inspector.Reads["done.cancelled"]);
    }

    [Fact]
    public async Task A_visit_that_is_planned_can_be_given_up_and_one_in_the_past_is_not_planned()
    {
        var inspector = await Person.At(whole, chromium, Language.English);
        await inspector.SignIn("inspector.la");
        await inspector.Open("/inspections");
        var agency = inspector.Page.Locator(".case").Filter(new() { HasText = Agency });
        await inspector.Page.EvalOnSelectorAllAsync("input[type=date]", "fields => fields.forEach(f => f.removeAttribute('min'))");    // as a program sends it
        await agency.GetByLabel(inspector.Reads["inspections.day"]).FillAsync(Day(-2));
        await agency.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(inspector.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("before today");

        await Planned(inspector, Day(3));
        await inspector.Page.GetByRole(AriaRole.Button, new() { Name = inspector.Reads["inspections.cancel"] }).ClickAsync();

        await Expect(inspector.Page.Locator(".done")).ToHaveTextAsync(inspector.Reads["done.cancelled"]);
        await Expect(inspector.Page.Locator("dl").First).ToContainTextAsync(inspector.Reads.Code("inspection", "Cancelled"));
    }

    static async Task Planned(Person inspector, string day)
    {
        await inspector.Open("/inspections");
        var agency = inspector.Page.Locator(".case").Filter(new() { HasText = Agency });
        await agency.GetByLabel(inspector.Reads["inspections.day"]).FillAsync(day);
        await agency.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(inspector.Page.Locator(".done")).ToHaveTextAsync(inspector.Reads["done.planned"]);
    }

    static async Task Line(IPage page, int line, string indicator, string outcome, string seen)
    {
        await page.Locator($"#indicator{line}").SelectOptionAsync(indicator);
        await page.Locator($"#outcome{line}").SelectOptionAsync(outcome);
        await page.Locator($"#text{line}").FillAsync(seen);
    }

    /// <summary>Days are those of the agency's country, which are seven hours ahead.</summary>
    static string Day(int days) => DateTime.UtcNow.AddHours(7).AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
