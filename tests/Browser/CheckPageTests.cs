using System.Globalization;
using Gms.Credentials;
using Gms.Journeys;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Registry.V1;
using Gms.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>A border post with the network cable out: the page was loaded before, the server is gone, the pass is seen by a camera.</summary>
[Collection(nameof(Alone))]    // stops the Portal
public sealed class CheckPageTests(WholeSystem whole, Chromium chromium)
{
    /// <summary>Looking for a code in a picture takes a while where two cores are shared with everything else.</summary>
    const float ScanTimeout = 120_000;

    ServiceProcess Portal => whole.System["Portal"];

    string Page => new Uri(Portal.Web!, "/check/").ToString();

    [Fact]
    public async Task With_the_server_gone_a_post_reads_a_pass_by_camera_and_sees_it_valid_then_revoked_and_a_forged_one_forged()
    {
        var cancel = TestContext.Current.CancellationToken;
        var pass = await Issued(cancel);
        var (genuine, forged) = (await Photograph.Of(pass.Text, Film("genuine")), await Photograph.Of(Forged(pass.Text), Film("forged")));
        try
        {
            await using (var browser = await chromium.WithCamera(genuine))
            {
                var page = await Loaded(browser);
                await Portal.Stop(cancel);
                await page.ReloadAsync();
                await Scan(page);
                await Expect(page.Locator("#verdict")).ToHaveTextAsync("Valid");
                await Expect(page.Locator("#lines")).ToContainTextAsync("D***");
                await Expect(page.Locator("#lines")).ToContainTextAsync(pass.Worker);
                await Expect(page.Locator("#lines")).ToContainTextAsync(Day(pass.Planned));    // the planned day in Vientiane, on a device in another zone
                await page.ScreenshotAsync(new() { FullPage = true, Path = Artefact("check-valid-offline.png") });
            }

            await Passes("LA").RevokePassAsync(new() { RequestId = Guid.NewGuid().ToString(), PassId = pass.Id, Reason = "The ministry was told that the paper was stolen." }, cancellationToken: cancel);
            Portal.Start();
            await Portal.WaitUntilHealthy(cancel);

            await using var sees = await chromium.WithCamera(genuine);
            await using var deceived = await chromium.WithCamera(forged);
            var (revoked, false_) = (await Loaded(sees), await Loaded(deceived));
            await Portal.Stop(cancel);

            await revoked.ReloadAsync();
            await Scan(revoked);
            await Expect(revoked.Locator("#verdict")).ToHaveTextAsync("Revoked");
            await Expect(revoked.Locator("#what")).ToContainTextAsync("as of ");
            await revoked.ScreenshotAsync(new() { FullPage = true, Path = Artefact("check-revoked-offline.png") });

            await false_.ReloadAsync();
            await Scan(false_);
            await Expect(false_.Locator("#verdict")).ToHaveTextAsync("Forged");
            await Expect(false_.Locator("#lines")).ToBeEmptyAsync();
            await false_.ScreenshotAsync(new() { FullPage = true, Path = Artefact("check-forged-offline.png") });

            // What cannot be scanned is typed or pasted.
            await false_.GetByLabel("Or paste the text of the code").FillAsync(pass.Text);
            await false_.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
            await Expect(false_.Locator("#verdict")).ToHaveTextAsync("Revoked");
        }
        finally
        {
            Portal.Start();
            await Portal.WaitUntilHealthy(CancellationToken.None);
            File.Delete(genuine);
            File.Delete(forged);
        }
    }

    [Fact]
    public async Task A_page_that_stays_open_hears_of_a_revocation()
    {
        var cancel = TestContext.Current.CancellationToken;
        var pass = await Issued(cancel);
        var page = await chromium.Page();
        await page.GotoAsync(Page);
        await page.Locator("html[data-offline=ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await page.Locator("#text").FillAsync(pass.Text);
        Assert.Equal("valid", await Checked());

        await Passes("LA").RevokePassAsync(new() { RequestId = Guid.NewGuid().ToString(), PassId = pass.Id, Reason = "The ministry was told that the paper was stolen." }, cancellationToken: cancel);

        Assert.Equal("refused", await Eventually.Becomes(async () =>
        {
            await page.EvaluateAsync("() => dispatchEvent(new Event('online'))");    // the Portal asks the registry for lists every ten seconds
            return await Checked();
        }, kind => kind == "refused", TimeSpan.FromMinutes(1)));

        async Task<string?> Checked()
        {
            await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
            await page.Locator("#answer").WaitForAsync();
            return await page.Locator("#answer").GetAttributeAsync("data-kind");
        }
    }

    [Fact]
    public async Task The_first_load_is_small_and_what_is_kept_beside_it_too()
    {
        var page = await chromium.Page();

        await page.GotoAsync(Page);
        await page.Locator("html[data-offline=ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });

        // What the page itself asked for; the browser's keeper fetches the rest behind it.
        var loaded = await page.EvaluateAsync<int>("() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.decodedBodySize, 0)");
        var kept = await page.EvaluateAsync<int>("async () => (await Promise.all((await (await caches.open('gms-check-2')).matchAll()).map(async answer => (await answer.arrayBuffer()).byteLength))).reduce((a, b) => a + b, 0)");
        Assert.InRange(loaded, 1, 60 * 1024);
        Assert.InRange(kept, 1, (60 + 350) * 1024);
    }

    /// <summary>A worker who was to leave yesterday: the pass has begun, in whatever zone this machine stands.</summary>
    async Task<(string Worker, string Id, string Text, DateTime Planned)> Issued(CancellationToken cancel)
    {
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddHours(3).AddDays(-LaoGarmentWorker.DaysToDeparture - 1);
        var worker = (await new LaoGarmentWorker(whole.Offices, whole.Data, start).Run(cancel)).WorkerNumber;
        var journey = await new Registry.V1.Journeys.JourneysClient(whole.Offices.To("Registry", Account.Ministry("LA"), "departure-clearance")).GetJourneyAsync(new() { WorkerNumber = worker }, cancellationToken: cancel);
        var departure = journey.Entries.Single(e => e.Name == "gms.registry.departure-cleared:1").SubjectId;
        var pass = await Passes("LA").GetPassAsync(new() { DepartureId = departure }, cancellationToken: cancel);
        return (worker, pass.PassId, pass.Text, start.UtcDateTime.AddDays(LaoGarmentWorker.DaysToDeparture));
    }

    Passes.PassesClient Passes(string country) => new(whole.Offices.To("Registry", Account.Ministry(country), "departure-clearance"));

    /// <summary>The same pass with one letter of the name changed.</summary>
    static string Forged(string text)
    {
        var signed = PassText.Read(text).Whole;
        var name = signed.AsSpan().IndexOf("D***"u8);
        signed[name] = (byte)'E';
        return PassText.Write(signed);
    }

    async Task<IPage> Loaded(IBrowser browser)
    {
        var page = await (await browser.NewContextAsync(new() { Locale = "en-GB", Permissions = ["camera"] })).NewPageAsync();
        await page.GotoAsync(Page);
        await page.Locator("html[data-offline=ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await Expect(page.Locator("#lists")).ToContainTextAsync("as of");
        return page;
    }

    static async Task Scan(IPage page)
    {
        await Expect(page.Locator("#lists")).ToContainTextAsync("as of");
        await page.GetByRole(AriaRole.Button, new() { Name = "Scan the QR code" }).ClickAsync();
        await page.Locator("#answer").WaitForAsync(new() { Timeout = ScanTimeout });
    }

    static string Day(DateTime day) => day.ToString("d MMM yyyy", CultureInfo.GetCultureInfo("en-GB"));

    static string Film(string name) => Path.Combine(Path.GetTempPath(), $"gms-{name}-{Environment.ProcessId}.y4m");

    static string Artefact(string name) => Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_TEST_RESULTS") ?? AppContext.BaseDirectory, name);
}
