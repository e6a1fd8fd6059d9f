using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>
/// The pictures of the README, of the demonstration's workers. Taken in every run, so that they can be; kept in docs/pictures only where
/// REGISTRY_PICTURES is set (services/Portal/README.md).
/// </summary>
public sealed class PicturesTests(WholeSystem whole, Chromium chromium)
{
    const int MostBytes = 150 * 1024;

    static string Root => Environment.GetEnvironmentVariable("REGISTRY_ROOT")!;

    [Fact]
    public async Task Four_pictures_show_what_the_README_says()
    {
        var cancel = TestContext.Current.CancellationToken;
        var start = new DateTimeOffset(DateTime.UtcNow.Date, TimeSpan.Zero).AddHours(3).AddDays(-LaoGarmentWorker.DaysToDeparture);
        var worker = (await new LaoGarmentWorker(whole.Offices, whole.Data, start) { StaysAtTheBorder = true }.Run(cancel)).WorkerNumber;
        var arranged = new Arranged(whole, cancel);
        var phone = await arranged.Phone(worker);
        var departure = await arranged.Departure("KH");

        var ministry = await Sitting(Account.Ministry("LA"));
        await ministry.Page.Locator("#number").FillAsync(worker);
        await ministry.Page.Locator("main form button").ClickAsync();
        await Expect(ministry.Page.Locator(".timeline > li").Nth(3)).ToBeVisibleAsync();
        await Take(ministry, "journey");

        var decides = await Sitting(Account.Ministry("KH"));
        await decides.Open($"/departures/{departure.DepartureId}");
        await Expect(decides.Page.Locator(".checks li").First).ToBeVisibleAsync();
        await decides.Page.Locator("#checks").EvaluateAsync("checks => checks.scrollIntoView()");
        await Take(decides, "departure");

        var member = await arranged.Worker("LA");
        await arranged.Insured(member);
        var insured = await Sitting(Account.SocialSecurity("TH"));
        await insured.Page.Locator("#number").FillAsync(member);
        await insured.Page.Locator("main form button").ClickAsync();
        await Expect(insured.Page.Locator("#answer")).ToContainTextAsync(member);
        await insured.Page.Locator("#answer").EvaluateAsync("answer => answer.scrollIntoView()");
        await Take(insured, "coverage");

        var own = await Person.At(whole, chromium, Language.Find("lo")!);
        await own.Page.SetViewportSizeAsync(400, 700);
        await own.Open("/sign-in/worker");
        await own.SignInAsWorker(worker, phone);
        await own.Open("/me/papers");
        await Expect(own.Page.Locator("img.qr").First).ToBeVisibleAsync();
        await Take(own, "own-record");
    }

    [Fact]
    public void The_README_s_pictures_are_there_and_small()
    {
        var readme = File.ReadAllText(Path.Combine(Root, "README.md"));

        Assert.All(["journey", "departure", "coverage", "own-record"], name =>
        {
            Assert.Contains($"docs/pictures/{name}.png", readme, StringComparison.Ordinal);
            Assert.InRange(new FileInfo(Path.Combine(Root, "docs", "pictures", $"{name}.png")).Length, 1, MostBytes);
        });
    }

    async Task<Person> Sitting(string account)
    {
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.Page.SetViewportSizeAsync(960, 640);
        await officer.ComeIn(account);
        return officer;
    }

    static async Task Take(Person person, string name)
    {
        var picture = await person.Page.ScreenshotAsync(new() { Type = ScreenshotType.Png });
        Assert.InRange(picture.Length, 1, MostBytes);
        var folder = Environment.GetEnvironmentVariable("REGISTRY_PICTURES") is { Length: > 0 } ? Path.Combine(Root, "docs", "pictures") : Environment.GetEnvironmentVariable("REGISTRY_TEST_RESULTS") ?? AppContext.BaseDirectory;
        Directory.CreateDirectory(folder);
        await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), picture);
    }
}
