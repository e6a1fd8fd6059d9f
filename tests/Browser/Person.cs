using System.Text.Json;
using Deque.AxeCore.Playwright;
using Gms.Journeys;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;

namespace Gms.Browser;

/// <summary>Somebody at a browser, reading in one language.</summary>
sealed class Person(WholeSystem whole, IPage page, Language language)
{
    public IPage Page => page;

    public Texts Reads => Texts.In(language);

    string Portal => whole.System["Portal"].Web!.ToString();

    public static async Task<Person> At(WholeSystem whole, Chromium chromium, Language language) => new(whole, await chromium.Page(language.Code), language);

    public Task Open(string path) => page.GotoAsync(Portal.TrimEnd('/') + path);

    /// <summary>Access asks in English.</summary>
    public async Task SignIn(string account)
    {
        await Open("/sign-in");
        await page.GetByLabel("Account").FillAsync(account);
        await page.GetByLabel("Password").FillAsync(Password(account));
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(Portal.TrimEnd('/') + "/**");
    }

    /// <summary>What axe finds against WCAG 2.2 AA on the page shown; nothing, where all is well.</summary>
    public async Task<IReadOnlyList<string>> Barriers()
    {
        var found = await page.RunAxe(new() { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] } });
        return [.. found.Violations.Select(v => $"{new Uri(page.Url).AbsolutePath} in {language.Code}: {v.Id}: {string.Join(" ", v.Nodes.Select(n => n.Html))}")];
    }

    /// <summary>Whether something sticks out of the window to the right.</summary>
    public Task<bool> ScrollsSideways() => page.EvaluateAsync<bool>("document.documentElement.scrollWidth > document.documentElement.clientWidth");

    /// <summary>A picture that stays after the run, under .local/test/results.</summary>
    public Task Picture(string name) => page.ScreenshotAsync(new() { FullPage = true, Path = Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_TEST_RESULTS") ?? AppContext.BaseDirectory, $"{name}-{language.Code}.png") });

    string Password(string account) => JsonDocument.Parse(File.ReadAllText(whole.System.State[Path.Combine("secrets", "sign-ins.json")])).RootElement.EnumerateArray()
        .Single(a => a.GetProperty("account").GetString() == account).GetProperty("password").GetString()!;
}
