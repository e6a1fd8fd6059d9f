using Gms.Local;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Gms.Browser.Chromium))]

namespace Gms.Browser;

/// <summary>Debian's Chromium, driven by Playwright; no browser is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    IPlaywright? _playwright;
    IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new() { ExecutablePath = Program });
    }

    static string Program => Debian.Chromium ?? throw new InvalidOperationException("Chromium is missing. Run the tests by `./registry test`, which installs it.");

    /// <summary>A browser of its own whose camera sees this film (Y4M). The caller closes it.</summary>
    public Task<IBrowser> WithCamera(string film) => _playwright!.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Program,
        Args = ["--use-fake-ui-for-media-stream", "--use-fake-device-for-media-stream", $"--use-file-for-fake-video-capture={film}"],
    });

    /// <summary>A new person at a new browser.</summary>
    public async Task<IPage> Page(string language = "en-GB", bool javaScript = true, bool anyCertificate = false) =>
        await (await _browser!.NewContextAsync(new() { Locale = language, JavaScriptEnabled = javaScript, IgnoreHTTPSErrors = anyCertificate })).NewPageAsync();

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }
}
