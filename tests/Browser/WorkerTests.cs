using System.Text.RegularExpressions;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Portal.OwnRecord;
using Gms.Registry.V1;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>A worker with a small telephone: signs in by number and code, reads the own record, complains.</summary>
public sealed class WorkerTests(WholeSystem whole, Chromium chromium)
{
    const int SmallScreen = 320, MostBytes = 60 * 1024;

    static int s_phones = (int)(DateTimeOffset.UtcNow.ToUnixTimeSeconds() % 90_000);

    [MainTask(MainTaskAttribute.Worker)]
    [Theory]
    [InlineData("en")]
    [InlineData("lo")]
    public async Task A_worker_signs_in_by_code_reads_the_own_record_and_complains(string code)
    {
        var cancel = TestContext.Current.CancellationToken;
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddDays(-480).AddHours(3);
        var number = (await new LaoGarmentWorker(whole.Offices, whole.Data, start).Run(cancel)).WorkerNumber;
        var phone = await Reached(number, cancel);
        var worker = await Person.At(whole, chromium, Language.Find(code)!);
        await worker.Page.SetViewportSizeAsync(SmallScreen, 640);
        var addresses = new List<string>();
        worker.Page.Request += (_, request) => addresses.Add(Uri.UnescapeDataString(request.Url));
        var barriers = new List<string>();

        await worker.Open("/");
        await worker.Page.GetByRole(AriaRole.Link, new() { Name = worker.Reads["home.worker"] }).ClickAsync();
        await Expect(worker.Page.Locator("html")).ToHaveAttributeAsync("lang", code);
        Assert.False(await worker.ScrollsSideways());
        barriers.AddRange(await worker.Barriers());
        await worker.Picture("worker-sign-in");
        await worker.SignInAsWorker(number, phone);
        await Expect(worker.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(worker.Reads["own.title"]);
        await Expect(worker.Page.Locator("main")).ToContainTextAsync(number);

        foreach (var (path, text) in OwnPages.All.Prepend((OwnPages.Start, "own.title")))
        {
            await worker.Open(path);
            await Expect(worker.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(worker.Reads[text]);
            await Expect(worker.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
            Assert.False(await worker.ScrollsSideways(), $"{path} in {code} is wider than {SmallScreen} pixels.");
            Assert.InRange(await worker.FirstLoad(), 1, MostBytes);
            barriers.AddRange(await worker.Barriers());
            await worker.Picture("worker-" + path.Split('/')[^1]);
        }
        await worker.Open("/me/papers");
        await Expect(worker.Page.Locator("img.qr")).ToHaveCountAsync(0);    // both papers ended: nothing is left to show
        await Expect(worker.Page.Locator(".state.bad")).ToHaveTextAsync([worker.Reads["papers.pass.expired"], worker.Reads["papers.pass.expired"]]);
        await worker.Open("/me/months");
        await Expect(worker.Page.Locator(".months li.good").First).ToBeVisibleAsync();
        await worker.Open("/me/readers");
        await Expect(worker.Page.Locator("main")).ToContainTextAsync(worker.Reads["purpose.DepartureClearance"]);

        await Complain(worker, barriers);
        await worker.Page.Locator("header form button").ClickAsync();
        await Expect(worker.Page.GetByRole(AriaRole.Link, new() { Name = worker.Reads["home.worker"] })).ToBeVisibleAsync();
        await worker.Open("/sign-in/worker");
        await Expect(worker.Page.Locator("#number")).ToBeVisibleAsync();    // whoever comes next is not signed in as this worker
        Assert.Empty(barriers);
        Assert.DoesNotContain(addresses, a => a.Contains(number, StringComparison.OrdinalIgnoreCase));
    }

    static async Task Complain(Person worker, List<string> barriers)
    {
        await worker.Open("/complaints/new");
        Assert.InRange(await worker.FirstLoad(), 1, MostBytes);
        Assert.False(await worker.ScrollsSideways());
        barriers.AddRange(await worker.Barriers());
        await worker.Page.Locator("input[value=Wages]").CheckAsync();
        await worker.Page.Locator("#subject").FillAsync("<script>alert(1)</script> Two months\n\nwithout wages.");
        await worker.Page.Locator("main form button").ClickAsync();

        await Expect(worker.Page.Locator("main")).ToContainTextAsync(worker.Reads["complaint.sent"]);
        await Expect(worker.Page.Locator(".said").First).ToHaveTextAsync("<script>alert(1)</script> Two months\n\nwithout wages.");
        Assert.Contains("months\n\nwithout", await worker.Page.Locator(".said").First.TextContentAsync(), StringComparison.Ordinal);
        await Expect(worker.Page.Locator("main")).ToContainTextAsync(worker.Reads["complaint.state.Opened"]);
        await worker.Page.Locator("#words").FillAsync("They promised it for Friday.");
        await worker.Page.Locator("main form button").ClickAsync();
        await Expect(worker.Page.Locator(".cards")).ToContainTextAsync("They promised it for Friday.");
        barriers.AddRange(await worker.Barriers());
        await worker.Picture("worker-complaint");
    }

    [Fact]
    public async Task An_officer_prints_a_code_for_a_worker_without_a_telephone()
    {
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddHours(3).AddDays(-LaoGarmentWorker.DaysToDeparture);
        var number = (await new LaoGarmentWorker(whole.Offices, whole.Data, start) { StaysAtTheBorder = true }.Run(TestContext.Current.CancellationToken)).WorkerNumber;
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.ComeIn(Account.Ministry("LA"));
        await officer.Open("/codes");
        Assert.Empty(await officer.Barriers());
        await officer.Page.Locator("#number").FillAsync(number);
        await officer.Page.Locator("main form button").ClickAsync();
        var code = await officer.Page.Locator(".slip .code").InnerTextAsync();
        Assert.Empty(await officer.Barriers());
        await officer.Picture("officer-code");

        var worker = await Person.At(whole, chromium, Language.English);
        await worker.Open("/sign-in/worker");
        await worker.Page.Locator("#number").FillAsync(number);
        await worker.Page.Locator("button.second").ClickAsync();
        await worker.Page.Locator("#code").FillAsync(code);
        await worker.Page.Locator("form button").ClickAsync();

        await Expect(worker.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(worker.Reads["own.title"]);
        await worker.Open("/me/papers");
        await Expect(worker.Page.Locator("img.qr")).ToHaveCountAsync(2);
        await Expect(worker.Page.Locator(".state.good")).ToHaveTextAsync([worker.Reads["papers.pass.valid"], worker.Reads["papers.certificate.Issued"]]);
        await worker.Picture("worker-papers-valid");
        await worker.Open("/me/readers");
        await Expect(worker.Page.Locator(".cards")).ToContainTextAsync(worker.Reads["told.account"]);
    }

    [Fact]
    public async Task A_form_sent_twice_is_one_complaint_another_s_is_not_there_and_an_office_s_page_is_refused()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (one, other) = (await SignedIn(cancel), await SignedIn(cancel));

        await one.Worker.Open("/complaints/new");
        await one.Worker.Page.Locator("input[value=Costs]").CheckAsync();
        await one.Worker.Page.Locator("#subject").FillAsync("Sent twice.");
        await one.Worker.Page.EvaluateAsync("() => { const form = document.querySelector('main form'); const send = () => fetch(form.action, { method: 'POST', body: new FormData(form) }); return Promise.all([send(), send()]).then(() => 1); }");
        await one.Worker.Open("/complaints");
        await Expect(one.Worker.Page.Locator(".cards > li")).ToHaveCountAsync(1);
        var address = await one.Worker.Page.Locator(".cards a").GetAttributeAsync("href");

        await other.Worker.Open(address!);
        await Expect(other.Worker.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no such complaint");
        await Expect(other.Worker.Page.Locator("main")).Not.ToContainTextAsync("Sent twice.");

        var refused = await other.Worker.Page.GotoAsync(new Uri(whole.System["Portal"].Web!, "/crossings").ToString());
        Assert.Equal(403, refused!.Status);
    }

    /// <summary>Signed out in one tab, sent in another: nothing typed is lost.</summary>
    [Fact]
    public async Task A_stale_tab_asks_for_the_sign_in_and_has_what_was_typed()
    {
        var (worker, number, phone) = await SignedIn(TestContext.Current.CancellationToken);
        await worker.Open("/complaints/new");
        await worker.Page.Locator("#subject").FillAsync("Typed before the session was over.");
        await worker.Page.Locator("input[value=Other]").CheckAsync();
        await worker.Page.Context.ClearCookiesAsync();

        await worker.Page.Locator("main form button").ClickAsync();
        await worker.Page.WaitForURLAsync(new Regex("/connect/"));
        await worker.Open("/sign-in/worker");
        await worker.SignInAsWorker(number, phone);
        await worker.Open("/complaints/new");

        await Expect(worker.Page.Locator("#subject")).ToHaveValueAsync("Typed before the session was over.");
    }

    async Task<(Person Worker, string Number, string Phone)> SignedIn(CancellationToken cancel)
    {
        var number = await Enrolled(cancel);
        var phone = await Reached(number, cancel);
        var worker = await Person.At(whole, chromium, Language.English);
        await worker.Open("/sign-in/worker");
        await worker.SignInAsWorker(number, phone);
        return (worker, number, phone);
    }

    async Task<string> Enrolled(CancellationToken cancel) =>
        (await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment")).EnrolWorkerAsync(new()
        {
            RequestId = Given.NewId(),
            Country = "LA",
            Names = { new Gms.Type.V1.PersonName { Full = $"Portal {Given.Word()}" } },
            BirthDate = new() { Year = 1994, Month = 3, Day = 9 },
            Sex = Sex.Female,
            Nationality = "LA",
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "W" + Given.NewId()[..7], ValidUntil = new() { Year = 2032, Month = 6, Day = 30 } },
        }, cancellationToken: cancel)).WorkerNumber;

    /// <summary>Gives the worker a telephone of the test's own.</summary>
    async Task<string> Reached(string number, CancellationToken cancel)
    {
        var phone = $"+8562099{Interlocked.Increment(ref s_phones):000000}";
        await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment")).UpdateContactsAsync(new()
        {
            RequestId = Given.NewId(),
            WorkerNumber = number,
            ContactFacts = new() { Contacts = { new Contact { Kind = ContactKind.Phone, Value = phone } }, Languages = { "lo" } },
        }, cancellationToken: cancel);
        return phone;
    }
}
