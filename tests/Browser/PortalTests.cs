using System.Text.Json;
using Gms.Journeys;
using Gms.Local.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>The Portal as an officer meets it: a real browser, real sign-in, all services behind it.</summary>
public sealed class PortalTests(WholeSystem whole, Chromium chromium)
{
    string Portal => whole.System["Portal"].Web!.ToString();

    [Fact]
    public async Task An_officer_signs_in_after_a_mistyped_password_and_sees_a_journey_with_the_reasons_of_a_held_departure()
    {
        var worker = (await new CambodianHarvestWorker(whole.Offices, new DateTimeOffset(2024, 10, 1, 3, 0, 0, TimeSpan.Zero)).Run(TestContext.Current.CancellationToken)).WorkerNumber;
        var page = await chromium.Page();
        var faults = Faults(page);

        await page.GotoAsync(Portal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in for your office" }).ClickAsync();
        await Type(page, "ministry-officer.kh", "not the password");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("not right");
        await Type(page, "ministry-officer.kh", Password("ministry-officer.kh"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Find a worker" })).ToBeVisibleAsync();
        await Expect(page.Locator("header")).ToContainTextAsync("ministry-officer.kh · ");

        await Find(page, worker[..^1]);
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The number you entered is not a worker number");
        await Expect(page.GetByRole(AriaRole.Alert)).Not.ToContainTextAsync("worker_number");

        await page.GetByRole(AriaRole.Link, new() { Name = "Another worker" }).ClickAsync();
        await Find(page, worker);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Journey of {worker}" })).ToBeVisibleAsync();
        var held = page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Departure held" });
        await Expect(held).ToContainTextAsync("Phnom Penh time");
        await Expect(held).ToContainTextAsync("Cambodia · Registry of workers");
        await Expect(held.GetByRole(AriaRole.Listitem).First).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { FullPage = true, Path = Artefact("journey.png") });

        Assert.Empty(faults);
    }

    [Fact]
    public async Task A_training_manager_is_not_offered_what_would_be_refused_and_an_inspector_only_agencies_and_what_is_told_of_them()
    {
        var page = await chromium.Page();
        await page.GotoAsync(Portal);
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in for your office" }).ClickAsync();
        await Type(page, "training-manager.la", Password("training-manager.la"));

        await Expect(page.Locator("header nav a")).ToHaveTextAsync(["Sessions", "Trainers", "Curricula", "Who trained whom", "Withdrawals"]);
        await Expect(page.Locator("#number")).ToHaveCountAsync(0);

        var inspector = await chromium.Page();
        await inspector.GotoAsync(Portal);
        await inspector.GetByRole(AriaRole.Link, new() { Name = "Sign in for your office" }).ClickAsync();
        await Type(inspector, "inspector.la", Password("inspector.la"));
        await inspector.GetByRole(AriaRole.Link, new() { Name = "Demonstration Agency 1" }).ClickAsync();
        await Expect(inspector.Locator("main")).ToContainTextAsync("DEMO-LA-2023-1");
        await Expect(inspector.Locator("header nav a")).ToHaveTextAsync(["Agencies", "Inspections", "Concerns told"]);
    }

    static async Task Type(IPage page, string account, string password)
    {
        await page.GetByLabel("Account").FillAsync(account);
        await page.GetByLabel("Password").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    static async Task Find(IPage page, string number)
    {
        await page.GetByLabel("Worker number").FillAsync(number);
        await page.GetByRole(AriaRole.Button, new() { Name = "Show the journey" }).ClickAsync();
    }

    /// <summary>What the browser complains of on the Portal's own pages. (It also notes that a refused password is answered by status 400, on Access's.)</summary>
    List<string> Faults(IPage page)
    {
        var faults = new List<string>();
        page.Console += (_, said) =>
        {
            if (said.Type is "error" or "warning" && said.Location.StartsWith(Portal, StringComparison.Ordinal))
                faults.Add(said.Text);
        };
        page.PageError += (_, failure) => faults.Add(failure);
        return faults;
    }

    string Password(string account) => JsonDocument.Parse(File.ReadAllText(whole.System.State[Path.Combine("secrets", "sign-ins.json")])).RootElement.EnumerateArray()
        .Single(a => a.GetProperty("account").GetString() == account).GetProperty("password").GetString()!;

    /// <summary>A file that stays after the run, under .local/test/results.</summary>
    static string Artefact(string name) => Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_TEST_RESULTS") ?? AppContext.BaseDirectory, name);
}
