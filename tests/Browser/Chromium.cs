using System.Collections.Concurrent;
using Gms.Local;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(Gms.Browser.Chromium))]
[assembly: CollectionBehavior(MaxParallelThreads = 2)]

namespace Gms.Browser;

/// <summary>Debian's Chromium, driven by Playwright; no browser is downloaded.</summary>
public sealed class Chromium : IAsyncLifetime
{
    /// <summary>Two cores do all that a page waits for, and another test's besides.</summary>
    const float Patience = 30_000;

    readonly ConcurrentDictionary<string, Sitting> _sittings = new();
    IPlaywright? _playwright;
    IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        Assertions.SetDefaultExpectTimeout(Patience);
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
    public async Task<IPage> Page(string language = "en-GB", bool javaScript = true, bool anyCertificate = false)
    {
        var sitting = await NowSitting();
        var context = await _browser!.NewContextAsync(new() { Locale = language, JavaScriptEnabled = javaScript, IgnoreHTTPSErrors = anyCertificate });
        sitting.Contexts.Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>Tests of a class run one after the other: what the one before had open is closed when the next begins, and takes no more memory and no key.</summary>
    async Task<Sitting> NowSitting()
    {
        var (test, ofClass) = (TestContext.Current.Test!.UniqueID, TestContext.Current.TestClass!.UniqueID);
        var before = _sittings.GetValueOrDefault(ofClass);
        if (before?.Test == test)
            return before;
        foreach (var context in before?.Contexts ?? [])
            await context.CloseAsync();
        return _sittings[ofClass] = new(test, []);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
            await _browser.CloseAsync();
        _playwright?.Dispose();
    }

    /// <summary>The browsers of one test.</summary>
    sealed record Sitting(string Test, List<IBrowserContext> Contexts);
}
