using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Portal.OwnRecord;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>
/// A training centre's day: a manager plans a session, a trainer shows the room's code on a telephone, a worker comes and leaves by it, certificates are printed, and the cascade is looked at; then
/// the trainer is withdrawn and the ministry decides what rests on it.
/// </summary>
public sealed class TrainingTests(WholeSystem whole, Chromium chromium)
{
    /// <summary>The room's code lasts a minute; everything else on this machine wants its two cores too.</summary>
    const float NextCode = 120_000;

    const int Phone = 390, PhoneHigh = 844;

    [MainTask(MainTaskAttribute.Training)]
    [Theory]
    [InlineData("en", "LA")]
    [InlineData("km", "KH")]
    public async Task From_a_plan_to_printed_certificates_and_back_up_the_cascade(string code, string country)
    {
        var cancel = TestContext.Current.CancellationToken;
        var language = Language.Find(code)!;
        var given = await new GivenTraining(whole, country).Made(cancel);
        var (telephone, list) = (await given.Worker(cancel), await given.Worker(cancel));

        var manager = await Person.At(whole, chromium, language);
        await manager.SignIn(Account.Training(country));
        var session = await Planned(manager, given);
        await Enrolled(manager, session, telephone.Number, list.Number);

        var trainer = await Person.At(whole, chromium, language);
        await Attended(trainer, language, session, telephone, meanwhile: () => language == Language.English
            ? InTurns(manager, $"/sessions/{session}", $"/trainers/{given.TrainerId}", $"/curricula/{given.Curriculum}", $"/sessions/{given.Training}", "/sessions/new")
            : Task.CompletedTask);
        await ByHandAndClosed(trainer, session, list.Number);

        var certificate = await Printed(manager, session, list.Number);
        await manager.Open($"/certificates/{certificate}");
        await manager.Page.GetByRole(AriaRole.Link, new() { Name = manager.Reads["paper.trace"] }).ClickAsync();
        await Expect(manager.Page.Locator("svg.cascade")).ToContainTextAsync(given.Master[..20]);
        await Expect(manager.Page.Locator("svg.cascade")).ToContainTextAsync(manager.Reads["cascade.own_session"]);
        await manager.Looks("cascade-certificate");
        await manager.Open("/cascade");
        await manager.Page.Locator("#trainer").SelectOptionAsync(given.MasterId);
        await manager.Page.GetByRole(AriaRole.Button, new() { Name = manager.Reads["cascade.show"] }).PressAsync("Enter");
        var row = manager.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = given.Trainer });
        await Expect(row.Locator("td.number")).ToHaveTextAsync(["1", "1"]);
        await Expect(manager.Page.Locator("svg.cascade .certificates")).ToHaveCountAsync(1);
        await manager.Looks("cascade");

        var withdrawal = await Withdrawn(manager, given);
        await Decided(language, country, withdrawal);
        await manager.Open($"/cascade?trainer={given.MasterId}");
        await Expect(manager.Page.Locator("svg.cascade g.withdrawn")).ToContainTextAsync(manager.Reads["cascade.withdrawn", manager.Reads.Day(given.Today)][..12]);
        await manager.Looks("cascade-withdrawn");

        if (language == Language.English)
            await InTurns(manager, $"/sessions/{session}/certificates", $"/sessions/{session}", $"/certificates/{certificate}", $"/cascade?trainer={given.MasterId}", $"/withdrawals/{withdrawal}", $"/trainers/{given.TrainerId}");
    }

    /// <returns>The session, as its page's address names it.</returns>
    static async Task<string> Planned(Person manager, GivenTraining given)
    {
        var (page, reads) = (manager.Page, manager.Reads);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["sessions.title"]);
        await page.GetByRole(AriaRole.Link, new() { Name = reads["sessions.plan"] }).ClickAsync();
        await page.Locator("#curriculum").SelectOptionAsync(given.Curriculum);
        await page.Locator("#institution").SelectOptionAsync(given.Institution);
        await page.Locator("#trainer").SelectOptionAsync(given.TrainerId);
        await page.GetByLabel(reads["plan.room"]).FillAsync("<b>Room 7</b>");
        await page.Locator("#language").SelectOptionAsync(given.Language);
        await page.GetByLabel(reads["plan.starts"]).FillAsync($"{given.Today:yyyy-MM-dd}T00:00");
        await page.GetByLabel(reads["plan.ends"]).FillAsync($"{given.Today.AddDays(-1):yyyy-MM-dd}T23:59");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["plan.save"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.GetByLabel(reads["plan.room"])).ToHaveValueAsync("<b>Room 7</b>");
        await manager.Looks("session-plan-refused");

        await page.GetByLabel(reads["plan.ends"]).FillAsync($"{given.Today:yyyy-MM-dd}T23:59");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["plan.save"] }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.planned"]);
        await Expect(page.Locator("main dl")).ToContainTextAsync("<b>Room 7</b>");
        return new Uri(page.Url).AbsolutePath.Split('/')[^1];
    }

    static async Task Enrolled(Person manager, string session, params string[] workers)
    {
        var (page, reads) = (manager.Page, manager.Reads);
        foreach (var worker in workers)
        {
            await manager.Open($"/sessions/{session}?to=enrol");
            await page.GetByLabel(reads["workers.number"]).FillAsync(worker);
            await page.GetByRole(AriaRole.Button, new() { Name = reads["session.enrol"] }).ClickAsync();
            await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.enrolled"]);
        }
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(1 + workers.Length);
    }

    /// <summary>The trainer's telephone shows the code, the worker's opens its picture: comes, and leaves by the next code. Until there is one, something else is done.</summary>
    async Task Attended(Person trainer, Language language, string session, (string Number, string Phone) worker, Func<Task> meanwhile)
    {
        var (page, reads) = (trainer.Page, trainer.Reads);
        await page.SetViewportSizeAsync(Phone, PhoneHigh);
        await trainer.SignIn(Account.Trainer(worker.Number[..2]));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["mine.title"]);
        await trainer.Looks("my-sessions");
        await page.SetViewportSizeAsync(Phone, PhoneHigh);
        await page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "<b>Room 7</b>" }).GetByRole(AriaRole.Link, new() { Name = reads["session.show_code"] }).ClickAsync();
        await Expect(page.Locator(".room img.qr")).ToBeVisibleAsync();
        await trainer.Looks("room-code");
        await page.SetViewportSizeAsync(Phone, PhoneHigh);

        var comes = await Person.At(whole, chromium, language);
        await comes.Page.SetViewportSizeAsync(Phone, PhoneHigh);
        await comes.Open($"{OwnPages.Orientation}/{session}?code={await Shown()}");
        await comes.SignInAsWorker(worker.Number, worker.Phone);
        await Expect(comes.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["attend.title"]);
        await Expect(comes.Page.GetByLabel(reads["attend.room_code"])).Not.ToHaveValueAsync("");
        await comes.Looks("attend");
        await comes.Page.GetByLabel(reads["attend.room_code"]).FillAsync("ZZZZZZ");
        await comes.Page.GetByRole(AriaRole.Button, new() { Name = reads["attend.came"] }).ClickAsync();
        await Expect(comes.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(language == Language.English ? "code" : reads["problem.ATTENDANCE_CODE_WRONG"]);
        var coming = await Shown();
        await comes.Page.GetByLabel(reads["attend.room_code"]).FillAsync(coming);
        await comes.Page.GetByRole(AriaRole.Button, new() { Name = reads["attend.came"] }).ClickAsync();
        await Expect(comes.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.came"]);

        await meanwhile();
        await Expect(page.Locator(".room .code")).Not.ToHaveTextAsync(Spaced(coming), new() { Timeout = NextCode });    // the page shows the next one by itself
        await comes.Page.GetByLabel(reads["attend.room_code"]).FillAsync(await Shown());
        await comes.Page.GetByRole(AriaRole.Button, new() { Name = reads["attend.leaves"] }).PressAsync("Enter");
        await Expect(comes.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.left"]);
        await comes.Looks("attended");

        async Task<string> Shown() => (await page.Locator(".room .code").InnerTextAsync()).Replace(" ", "", StringComparison.Ordinal);
    }

    static string Spaced(string code) => $"{code[..3]} {code[3..]}";

    /// <summary>Another worker came without a telephone: the trainer's word counts. Then the session is over.</summary>
    static async Task ByHandAndClosed(Person trainer, string session, string worker)
    {
        var (page, reads) = (trainer.Page, trainer.Reads);
        await trainer.Open($"/sessions/{session}");
        await page.GetByText(reads["session.by_hand"]).ClickAsync();
        await page.Locator("#number-record").SelectOptionAsync(worker);
        await page.GetByLabel(reads["session.how_long"]).FillAsync("360");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["session.record"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.noted"]);
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = worker })).ToContainTextAsync(reads["session.minutes", 360]);
        await trainer.Looks("session-attended");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["session.close"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.session_closed"]);
    }

    /// <returns>The certificate of who attended enough; nobody else has one.</returns>
    static async Task<string> Printed(Person manager, string session, string worker)
    {
        var (page, reads) = (manager.Page, manager.Reads);
        await manager.Open($"/sessions/{session}");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["session.issue"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.issued"]);
        var link = page.Locator("td a[href^='/certificates/']");
        await Expect(link).ToHaveCountAsync(1);
        var certificate = (await link.GetAttributeAsync("href"))!.Split('/')[^1];
        await manager.Looks("session-closed");

        await page.GetByRole(AriaRole.Link, new() { Name = reads["session.print_all"] }).ClickAsync();
        await Expect(page.Locator(".paper")).ToContainTextAsync(worker);
        await manager.Looks("certificates");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(page.Locator("h1")).Not.ToBeVisibleAsync();
        await Expect(page.Locator(".paper img.qr")).ToBeVisibleAsync();
        await manager.Picture("certificates-printed");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        return certificate;
    }

    static async Task<string> Withdrawn(Person manager, GivenTraining given)
    {
        var (page, reads) = (manager.Page, manager.Reads);
        await manager.Open($"/trainers/{given.TrainerId}?to=withdraw");
        await page.GetByLabel(reads["trainer.withdraw_from"]).FillAsync($"{given.Today:yyyy-MM-dd}");
        await page.GetByLabel(reads["session.why"]).SelectOptionAsync("FalseRecords");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["trainer.withdraw"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.withdrawn"]);
        await Expect(page.Locator(".case form")).ToHaveCountAsync(0);    // the manager sees, the ministry decides
        await manager.Looks("withdrawal");
        return new Uri(page.Url).AbsolutePath.Split('/')[^1];
    }

    async Task Decided(Language language, string country, string withdrawal)
    {
        var officer = await Person.At(whole, chromium, language);
        var (page, reads) = (officer.Page, officer.Reads);
        await officer.ComeIn(Account.Ministry(country));
        await officer.Open($"/withdrawals/{withdrawal}");
        var entry = page.Locator(".case").Filter(new() { HasText = reads["withdrawal.kind.Certificate"] }).Filter(new() { HasNotText = reads["withdrawal.kind.Certification"] });
        await entry.GetByLabel(reads["withdrawal.decision"]).SelectOptionAsync("Stands");
        await entry.GetByLabel(reads["departure.reason"]).FillAsync("Another trainer heard the worker and confirms what was taught.");
        await entry.GetByRole(AriaRole.Button, new() { Name = reads["withdrawal.decide"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.decided"]);
        await Expect(entry).ToContainTextAsync(reads["withdrawal.decision.Stands"]);
        await officer.Looks("withdrawal-decided");
    }

    static async Task InTurns(Person reader, params string[] paths)
    {
        var barriers = new List<string>();
        await reader.Page.SetViewportSizeAsync(320, 640);
        foreach (var language in Language.All)
            foreach (var (_, path) in paths.Index().Where(p => InTurn.Has(p.Index, language)))
            {
                await reader.Open($"/language/{language.Code}?back={Uri.EscapeDataString(path)}");
                Assert.Equal(language.Code, await reader.Page.Locator("html").GetAttributeAsync("lang"));
                await Expect(reader.Page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
                Assert.False(await reader.ScrollsSideways(), $"{path} in {language.Code} is wider than 320 pixels.");
                barriers.AddRange(await Axe.Barriers(reader.Page, colours: language == Language.English));
            }
        await reader.Open($"/language/{Language.English.Code}?back=/");
        await reader.Page.SetViewportSizeAsync(1280, 720);
        Assert.Empty(barriers);
    }
}
