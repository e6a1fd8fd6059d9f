using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gms.Journeys;
using Gms.Portal.Languages;
using Gms.Testing;
using Microsoft.Playwright;
using Xunit;

namespace Gms.Browser;

/// <summary>Somebody at a browser, reading in one language.</summary>
sealed class Person(WholeSystem whole, IPage page, Language language)
{
    const int SmallScreen = 320;

    /// <summary>The cookies of sessions that are lent to tests which are not about signing in, by account.</summary>
    static readonly ConcurrentDictionary<string, (IReadOnlyList<Cookie> Cookies, long Until)> Lent = new();

    /// <summary>Tokens are renewed after nine minutes, each time once: nobody may have the same ones then.</summary>
    const long LentFor = 4 * 60_000;

    public IPage Page => page;

    public Texts Reads => Texts.In(language);

    string Portal => whole.System["Portal"].Web!.ToString();

    public static async Task<Person> At(WholeSystem whole, Chromium chromium, Language language) => new(whole, await chromium.Page(language.Code), language);

    public Task<IResponse?> Open(string path) => page.GotoAsync(Portal.TrimEnd('/') + path);

    /// <summary>Reads on in another language, as if it had been chosen at the foot of a page.</summary>
    public Task Choose(Language chosen) => page.Context.AddCookiesAsync([new() { Name = "language", Value = chosen.Code, Url = Portal }]);

    /// <summary>Access asks in the reader's language: its fields are found by their names.</summary>
    public async Task SignIn(string account)
    {
        await Open("/sign-in");
        await page.Locator("#account").FillAsync(account);
        await page.Locator("#password").FillAsync(Password(account));
        await page.Locator("form button").ClickAsync();
        await page.WaitForURLAsync(Portal.TrimEnd('/') + "/**", new() { WaitUntil = WaitUntilState.Commit });
        await page.IsThere();
    }

    /// <summary>As <see cref="SignIn"/>, where signing in and out is not what is looked at: with the session of whoever signed in to this account a moment ago.</summary>
    public async Task ComeIn(string account)
    {
        if (Lent.TryGetValue(account, out var lent) && Environment.TickCount64 < lent.Until)
        {
            await page.Context.AddCookiesAsync(lent.Cookies);
            await Open("/workers");    // where signing in leads
            return;
        }

        await SignIn(account);
        var until = Environment.TickCount64 + LentFor;
        var cookies = await page.Context.CookiesAsync();
        Lent[account] = ([.. cookies.Where(c => c.Name.StartsWith("gms-portal", StringComparison.Ordinal))
            .Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, Secure = c.Secure, SameSite = c.SameSite })], until);
    }

    /// <summary>As a worker: number, then the code that was to be sent to this telephone.</summary>
    public async Task SignInAsWorker(string number, string phone)
    {
        await page.Locator("#number").FillAsync(number);
        var before = Messages();
        await page.Locator("button:not(.second)").ClickAsync();
        await page.Locator("#code").FillAsync(await CodeFor(phone, before));
        await page.Locator("form button").ClickAsync();
        await page.WaitForURLAsync(Portal.TrimEnd('/') + "/**", new() { WaitUntil = WaitUntilState.Commit });
        await page.IsThere();
    }

    /// <summary>The digits of the newest message to a telephone, that was not there before: an earlier code is spent.</summary>
    async Task<string> CodeFor(string phone, IReadOnlyCollection<string> earlier)
    {
        var text = await Eventually.Becomes(() => Task.FromResult(Messages().Except(earlier).Select(f => JsonDocument.Parse(File.ReadAllText(f)).RootElement)
            .Where(m => m.GetProperty("To").GetString() == phone).Select(m => m.GetProperty("Text").GetString()).LastOrDefault(said => Regex.IsMatch(said!, "[0-9]{6}"))), found => found is not null);
        return Regex.Match(text!, "[0-9]{6}").Value;
    }

    /// <summary>The messages that have left, the oldest first.</summary>
    List<string> Messages()
    {
        var folder = whole.System.State[Path.Combine("secrets", "messages")];
        return Directory.Exists(folder) ? [.. Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal)] : [];
    }

    /// <summary>How many bytes the page and what it asked for come to, unpacked.</summary>
    public Task<int> FirstLoad() => page.EvaluateAsync<int>("() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.decodedBodySize, 0)");

    /// <summary>What axe finds against WCAG 2.2 AA on the page shown; nothing, where all is well.</summary>
    public async Task<IReadOnlyList<string>> Barriers() =>
        [.. (await Axe.Barriers(page, colours: language == Language.English)).Select(found => $"{new Uri(page.Url).AbsolutePath} in {language.Code}: {found}")];

    /// <summary>Whether something sticks out of the window to the right.</summary>
    public Task<bool> ScrollsSideways() => page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>What holds on every page: nothing that axe finds, nothing wider than a small screen, no worker number in the address.</summary>
    public async Task Looks(string picture)
    {
        await Picture(picture);
        Assert.Empty(await Barriers());
        Assert.DoesNotMatch(@"[A-Z]{2}-\w{4}-\w{4}-\w", Uri.UnescapeDataString(page.Url));
        await page.SetViewportSizeAsync(SmallScreen, 640);
        Assert.False(await ScrollsSideways(), $"{new Uri(page.Url).AbsolutePath} in {language.Code} is wider than {SmallScreen} pixels.");
        await page.SetViewportSizeAsync(1280, 720);
    }

    /// <summary>A picture that stays after the run, under .local/test/results.</summary>
    public Task Picture(string name) => page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_TEST_RESULTS") ?? AppContext.BaseDirectory, $"{name}-{language.Code}.png") });

    public string Password(string account) => JsonDocument.Parse(File.ReadAllText(whole.System.State[Path.Combine("secrets", "sign-ins.json")])).RootElement.EnumerateArray()
        .Single(a => a.GetProperty("account").GetString() == account).GetProperty("password").GetString()!;
}
