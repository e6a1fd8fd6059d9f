using System.Globalization;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>Each main task from the sign-in to its end with a keyboard alone: no mouse is moved in these tests.</summary>
[Collection(nameof(Alone))]    // what another page opens of its own takes the keys
public sealed class KeyboardTests(WholeSystem whole, Chromium chromium) : IAsyncDisposable
{
    /// <summary>What a page has open takes the keys of the next: each is closed at its test's end.</summary>
    readonly List<IPage> _pages = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var page in _pages)
            await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_ministry_s_officer_finds_a_worker_and_registers_a_departure()
    {
        var worker = await new Arranged(whole, Cancel).Worker("KH", "BORDER_PASS");
        var (officer, keyboard) = await SignedIn(Account.Ministry("KH"));
        var page = officer.Page;

        await keyboard.SkipsToTheContent();
        await keyboard.Type("#number", worker);
        await keyboard.Press("main form button");
        await Expect(page.Locator("h1")).ToContainTextAsync(worker);
        await Expect(page.Locator(".timeline li").First).ToBeVisibleAsync();

        await keyboard.Press("header a[href='/departures/new']");
        await keyboard.Type("#number", worker);
        await keyboard.Press("main form button");
        await keyboard.Choose("#destination", "TH");
        var day = DayLikeItsMonth();
        await keyboard.Type("#day", Typed(day));
        await Expect(page.Locator("#day")).ToHaveValueAsync(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await keyboard.Press("main form button");
        await keyboard.Choose("#channel", "BORDER_S64");
        await keyboard.Choose("#work", "AGRICULTURAL_SEASONAL");
        await keyboard.Press("main form button");
        await Expect(page.Locator("dl")).ToContainTextAsync(worker);
        await keyboard.Press("main form button");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(officer.Reads["done.registered"]);
    }

    [Fact]
    public async Task A_border_post_records_an_exit()
    {
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddHours(3).AddDays(-LaoGarmentWorker.DaysToDeparture);
        var worker = (await new LaoGarmentWorker(whole.Offices, whole.Data, start) { StaysAtTheBorder = true }.Run(Cancel)).WorkerNumber;
        var (officer, keyboard) = await SignedIn(Account.Border("LA"));

        await keyboard.To("input[name=Way]");
        await keyboard.Strike("Space");
        await Expect(officer.Page.Locator("input[value=exit]")).ToBeCheckedAsync();
        await keyboard.Type("#worker", worker);
        await keyboard.Press("main form button");
        await Expect(officer.Page.Locator("main")).ToContainTextAsync(officer.Reads["crossing.done.exit"]);
    }

    [Fact]
    public async Task An_agency_answers_a_complaint()
    {
        var (worker, question) = await new Arranged(whole, Cancel).Complaint();
        var (agency, keyboard) = await SignedIn(Account.Agency("LA"));
        await Expect(agency.Page.Locator("main")).ToContainTextAsync(worker);

        await keyboard.Press("header a[href='/agency/complaints']");
        var complaint = agency.Page.Locator(".case").Filter(new() { HasText = question });
        var id = await complaint.GetAttributeAsync("id");
        await keyboard.Type($"#{id} textarea", "No fee was taken.");
        await keyboard.Press($"#{id} button");
        await Expect(agency.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(agency.Reads["done.answered"]);
        await Expect(complaint).ToContainTextAsync("No fee was taken.");
    }

    [Fact]
    public async Task A_social_security_office_asks_whether_a_worker_is_insured()
    {
        var worker = await new Arranged(whole, Cancel).Worker("LA");
        var (officer, keyboard) = await SignedIn(Account.SocialSecurity("LA"));

        await keyboard.Type("#number", worker);
        await keyboard.Press("main form button");
        await Expect(officer.Page.Locator("#answer")).ToContainTextAsync(worker);
    }

    [Fact]
    public async Task A_counsellor_takes_a_case_and_refers_the_person_to_a_partner()
    {
        var (_, opened, partner) = await new Arranged(whole, Cancel).Case();
        var (counsellor, keyboard) = await SignedIn(Account.Counsellor("KH"));
        var page = counsellor.Page;
        await counsellor.Open($"/cases/{opened}");

        await keyboard.Press("form[action$='/take'] button");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(counsellor.Reads["done.taken"]);
        await keyboard.To("details:has(#needed) > summary");
        await keyboard.Strike("Enter");
        await keyboard.Choose("#partner-referral", partner.PartnerId);
        await keyboard.Choose("#service-referral", partner.Services[0]);
        await keyboard.Type("#needed", "A place to sell vegetables");
        await keyboard.Press("form[action$='/refer'] button");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(counsellor.Reads["done.referred"]);
    }

    async Task<(Person, Keyboard)> SignedIn(string account)
    {
        var person = await Person.At(whole, chromium, Language.English);
        var keyboard = new Keyboard(person.Page);
        _pages.Add(person.Page);
        await person.Open("/");
        await keyboard.Press("main a[href='/sign-in']");
        await keyboard.Type("#account", account);
        await keyboard.Type("#password", person.Password(account));
        await keyboard.Press("form button");
        await person.Page.WaitForURLAsync(new Uri(whole.System["Portal"].Web!, "/**").ToString(), new() { WaitUntil = WaitUntilState.Commit });
        await person.Page.IsThere();
        return (person, keyboard);
    }

    /// <summary>The next day whose month has the same number: browsers differ in which of both is typed first.</summary>
    static DateOnly DayLikeItsMonth()
    {
        var month = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(14);
        for (var day = month; ; day = day.AddDays(1))
            if (day.Day == day.Month)
                return day;
    }

    static string Typed(DateOnly day) => day.ToString("ddMMyyyy", CultureInfo.InvariantCulture);

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
