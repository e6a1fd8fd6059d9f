using System.Globalization;
using System.Text.RegularExpressions;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Registry.V1;
using Gms.Type.V1;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>Civil society complains for a worker; whoever did not sign in tells what is wrong and reads what became of it.</summary>
[Collection(LaoDesks.Answer)]
public sealed class CivilSocietyTests(WholeSystem whole, Chromium chromium)
{
    const int MostBytes = 60 * 1024;

    [MainTask(MainTaskAttribute.CivilSociety)]
    [Theory]
    [InlineData("en")]
    [InlineData("zh-Hans")]
    public async Task Civil_society_complains_for_a_worker_sees_its_state_checks_a_licence_and_takes_figures_along(string code)
    {
        var worker = await Enrolled(TestContext.Current.CancellationToken);
        var helper = await Person.At(whole, chromium, Language.Find(code)!);
        var (page, reads) = (helper.Page, helper.Reads);
        await helper.SignIn(Account.CivilSociety("TH"));

        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.complaints"], Exact = true }).ClickAsync();
        await helper.Looks("complaints-civil-society");
        await page.GetByRole(AriaRole.Link, new() { Name = reads["complaint.new"] }).ClickAsync();
        await page.Locator("#number").FillAsync(worker);
        await page.GetByLabel(reads["complaint.about.Wages"]).CheckAsync();
        await page.Locator("#subject").FillAsync("<script>alert(1)</script> No wages for two months.");
        await page.Locator("#country").SelectOptionAsync("TH");
        await helper.Looks("complaint-new-civil-society");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["complaint.send"] }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status).First).ToHaveTextAsync(reads["complaint.sent"]);
        await Expect(page.Locator(".said").First).ToHaveTextAsync("<script>alert(1)</script> No wages for two months.");

        await helper.Open("/complaints");
        await page.Locator("#number").FillAsync(worker);
        await page.GetByRole(AriaRole.Button, new() { Name = reads["complaint.show"] }).ClickAsync();
        await Expect(page.Locator(".cards")).ToContainTextAsync(reads["complaint.state.Opened"]);
        await helper.Looks("complaint-found-civil-society");

        await helper.Open("/licence?country=LA&number=DEMO-LA-2023-1");
        await Expect(page.Locator(".state")).ToContainTextAsync(reads["licence.state.Valid"]);
        await helper.Open($"/statistics?table=outflow-by-destination-and-sex&country=LA&year={DateTime.UtcNow.Year.ToString(CultureInfo.InvariantCulture)}");
        var file = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = reads["statistics.csv"] }).ClickAsync());
        Assert.StartsWith("row,column,count,hidden", await File.ReadAllTextAsync(await file.PathAsync(), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [MainTask(MainTaskAttribute.CivilSociety)]
    [Theory]
    [InlineData("en")]
    [InlineData("km")]
    public async Task Anybody_tells_what_is_wrong_without_a_name_and_reads_the_answer_by_a_secret_that_is_shown_once(string code)
    {
        var teller = await Person.At(whole, chromium, Language.Find(code)!);
        var (page, reads) = (teller.Page, teller.Reads);
        await page.SetViewportSizeAsync(320, 640);
        var addresses = new List<string>();
        page.Request += (_, request) => addresses.Add(request.Url);
        await teller.Open("/");
        await page.GetByRole(AriaRole.Link, new() { Name = reads["concern.title"] }).ClickAsync();
        Assert.InRange(await teller.FirstLoad(), 1, MostBytes);
        var words = $"<script>alert(1)</script> At the factory near the bridge all passports are kept. {Given.Word()}";
        await page.Locator("input[name=Category][value=PapersHeld]").CheckAsync();
        await page.Locator("#words").FillAsync(words);
        await page.Locator("#licence").FillAsync("DEMO-LA-2023-1");
        await page.Locator("#country").SelectOptionAsync("LA");
        await teller.Looks("concern");
        await page.SetViewportSizeAsync(320, 640);
        await page.GetByRole(AriaRole.Button, new() { Name = reads["concern.send"] }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["complaint.sent"]);
        var (reference, secret) = (await page.Locator("#reference").InnerTextAsync(), await page.Locator("#secret").InnerTextAsync());
        Assert.Matches("^C-LA-[0-9A-Z]{8}$", reference);
        await Expect(page.Locator("main")).Not.ToContainTextAsync("bridge");
        await teller.Looks("concern-told");

        await page.GetByRole(AriaRole.Link, new() { Name = reads["concern.follow"] }).ClickAsync();
        await Follow(page, reads, reference, "AAAA-AAAA-AAAA-AAAA-AAAA");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(code == "en" ? "no concern with this reference" : reads["problem.CONCERN_NOT_FOUND"]);
        await Follow(page, reads, reference.ToLowerInvariant(), secret.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal));
        await Expect(page.Locator(".state")).ToHaveTextAsync(reads.Code("concern_state", "Raised"));
        await Expect(page.Locator("main")).Not.ToContainTextAsync("bridge");
        await teller.Looks("concern-stands");

        await Answered(reference, words);
        await Follow(page, reads, reference, secret);
        await Expect(page.Locator(".said")).ToHaveTextAsync("An inspector goes there.");
        await Expect(page.Locator("dl")).ToContainTextAsync(reads.Code("concern_outcome", "PassedOn"));
        await teller.Picture("concern-answered");
        Assert.DoesNotContain(addresses, address => address.Contains(secret, StringComparison.OrdinalIgnoreCase) || address.Contains(Regex.Replace(secret, "-", ""), StringComparison.OrdinalIgnoreCase));
    }

    static async Task Follow(IPage page, Texts reads, string reference, string secret)
    {
        await page.Locator("#reference").FillAsync(reference);
        await page.Locator("#secret").FillAsync(secret);
        await page.GetByRole(AriaRole.Button, new() { Name = reads["concern.look"] }).ClickAsync();
    }

    /// <summary>An officer of the country addressed, in a browser of its own; one of another country does not see it.</summary>
    async Task Answered(string reference, string words)
    {
        var thai = await Person.At(whole, chromium, Language.English);
        await thai.ComeIn(Account.Ministry("TH"));
        await thai.Open("/concerns");
        await Expect(thai.Page.Locator("main")).Not.ToContainTextAsync(reference);

        var officer = await Person.At(whole, chromium, Language.English);
        await officer.ComeIn(Account.Ministry("LA"));
        await officer.Page.Locator("header").GetByRole(AriaRole.Link, new() { Name = officer.Reads["nav.concerns"], Exact = true }).ClickAsync();
        var concern = officer.Page.Locator(".case").Filter(new() { HasText = reference });
        await Expect(concern.Locator(".said")).ToHaveTextAsync(words);
        await Expect(concern.GetByRole(AriaRole.Link, new() { Name = officer.Reads["concerns.see_agency"] })).ToBeVisibleAsync();
        await officer.Looks("concerns");
        await concern.GetByLabel(officer.Reads["concern.outcome"]).SelectOptionAsync("PassedOn");
        await concern.GetByLabel(officer.Reads["concerns.answer"], new() { Exact = true }).FillAsync("An inspector goes there.");
        await concern.GetByRole(AriaRole.Button).ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(officer.Reads["done.concern_answered"]);
        await Expect(officer.Page.Locator("main")).Not.ToContainTextAsync(reference);
    }

    async Task<string> Enrolled(CancellationToken cancel) => (await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment")).EnrolWorkerAsync(new()
    {
        RequestId = Given.NewId(),
        Country = "LA",
        Names = { new PersonName { Full = $"Helped {Given.Word()}" } },
        BirthDate = new() { Year = 1994, Month = 5, Day = 3 },
        Sex = Sex.Female,
        Nationality = "LA",
        Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "H" + Given.NewId()[..8].ToUpper(CultureInfo.InvariantCulture), ValidUntil = new() { Year = 2034, Month = 6, Day = 30 } },
    }, cancellationToken: cancel)).WorkerNumber;
}
