using Gms.DepartureOrientation.V1;
using Gms.Journeys;
using Gms.Local.Demo;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>A certificate of orientation where there is no network.</summary>
[Collection(nameof(Alone))]    // stops the Portal
public sealed class CertificateCheckTests(WholeSystem whole, Chromium chromium)
{
    /// <summary>Looking for a code in a picture takes a while where two cores are shared with everything else.</summary>
    const float ScanTimeout = 120_000;

    /// <summary>Whoever is asked for a certificate far from any network: the page was loaded before, the server is gone, the paper is seen by a camera, or its text pasted.</summary>
    [Fact]
    public async Task A_certificate_is_checked_by_camera_with_the_server_gone()
    {
        var cancel = TestContext.Current.CancellationToken;
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddHours(3).AddDays(-LaoGarmentWorker.DaysToDeparture);
        var journey = await new LaoGarmentWorker(whole.Offices, whole.Data, start) { StaysAtTheBorder = true }.Run(cancel);
        var certificates = new Certificates.CertificatesClient(whole.Offices.To("DepartureOrientation", Account.Training("LA"), "orientation"));
        var text = (await certificates.GetCertificateTextAsync(new() { CertificateId = journey.Certificate }, cancellationToken: cancel)).Text;
        var film = await Photograph.Of(text, Path.Combine(Path.GetTempPath(), $"gms-certificate-{Environment.ProcessId}.y4m"));
        try
        {
            await using var browser = await chromium.WithCamera(film);
            var page = await (await browser.NewContextAsync(new() { Locale = "en-GB", Permissions = ["camera"] })).NewPageAsync();
            await page.GotoAsync(new Uri(whole.System["Portal"].Web!, "/check/").ToString());
            await page.Locator("html[data-offline=ready]").WaitForAsync(new() { State = WaitForSelectorState.Attached });
            await Expect(page.Locator("#lists")).ToContainTextAsync("as of");
            await whole.System["Portal"].Stop(cancel);
            await page.ReloadAsync();
            await Expect(page.Locator("#lists")).ToContainTextAsync("as of");

            await page.GetByRole(AriaRole.Button, new() { Name = "Scan the QR code" }).ClickAsync();
            await page.Locator("#answer").WaitForAsync(new() { Timeout = ScanTimeout });
            await Expect(page.Locator("#verdict")).ToHaveTextAsync("Valid");
            await Expect(page.Locator("#lines")).ToContainTextAsync(journey.WorkerNumber);
            await page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_TEST_RESULTS") ?? AppContext.BaseDirectory, "certificate-valid-offline.png") });

            await page.GetByLabel("Or paste the text of the code").FillAsync(text[..^6]);
            await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
            await Expect(page.Locator("#verdict")).Not.ToHaveTextAsync("Valid");
            await Expect(page.Locator("#lines")).ToBeEmptyAsync();
            await page.GetByLabel("Or paste the text of the code").FillAsync(text);
            await page.GetByRole(AriaRole.Button, new() { Name = "Check", Exact = true }).ClickAsync();
            await Expect(page.Locator("#verdict")).ToHaveTextAsync("Valid");
        }
        finally
        {
            whole.System["Portal"].Start();
            await whole.System["Portal"].WaitUntilHealthy(CancellationToken.None);
            File.Delete(film);
        }
    }
}
