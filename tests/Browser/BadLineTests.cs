using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Portal.OwnRecord;
using Gms.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>Where the line is slow, drops, or the telephone runs no scripts.</summary>
[Collection(LaoDesks.Answer)]
public sealed class BadLineTests(WholeSystem whole, Chromium chromium)
{
    const int MostBytes = 60 * 1024;

    /// <summary>50 kbit a second, and a second until the first byte.</summary>
    const int BytesPerSecond = 50_000 / 8;

    static readonly TimeSpan Latency = TimeSpan.FromSeconds(1);

    /// <summary>For two cores that do everything else too; the line itself takes what is computed.</summary>
    static readonly TimeSpan Machine = TimeSpan.FromSeconds(15);

    static readonly string[] Open = ["/", "/help", "/help/worker", "/licence", "/statistics", "/check/"];

    [Theory]
    [InlineData("en")]
    [InlineData("my")]    // three bytes a letter
    public async Task Pages_of_workers_border_posts_and_everybody_are_small_on_the_line(string code)
    {
        var (worker, officer) = (await Worker(code), await Person.At(whole, chromium, Language.Find(code)!));
        await officer.ComeIn(Account.Border("LA"));
        var large = new List<string>();
        foreach (var (person, paths) in new[] { (worker, OwnPages.All.Select(p => p.Path).Append(OwnPages.Start).Append("/complaints/new").Concat(Open)), (officer, ["/crossings"]) })
        {
            var line = await OverTheLine.Of(person.Page);
            foreach (var path in paths)
                if (await line.Load(Address(path)) is var load && load.Bytes is < 500 or > MostBytes)
                    large.Add($"{path}: {load.Bytes} bytes");
        }

        Assert.True(large.Count == 0, string.Join('\n', large));
    }

    [Fact]
    public async Task On_a_slow_line_a_page_is_there_as_soon_as_its_bytes_can_be()
    {
        var worker = await Worker("lo");
        var line = await OverTheLine.Of(worker.Page);
        var late = new List<string>();
        foreach (var path in new[] { "/me", "/me/months", "/complaints/new", "/licence" })
        {
            await line.Slow(-1, TimeSpan.Zero);
            var (bytes, answers, _) = await line.Load(Address(path));
            await line.Slow(BytesPerSecond, Latency);
            var (_, _, readable) = await line.Load(Address(path));

            // One answer after the other at worst; a page that waited for anything else would be later than that.
            var most = TimeSpan.FromSeconds((double)bytes / BytesPerSecond) + Latency * (answers + 1) + Machine;
            if (readable > most || readable < Latency)
                late.Add($"{path}: readable after {readable.TotalSeconds:0.0} s; {bytes} bytes in {answers} answers can be there in {most.TotalSeconds:0.0} s");
        }

        Assert.True(late.Count == 0, string.Join('\n', late));
    }

    [Fact]
    public async Task Without_script_a_worker_signs_in_reads_everything_and_complains()
    {
        var arranged = new Arranged(whole, Cancel);
        var number = await arranged.Worker("LA");
        var phone = await arranged.Phone(number);
        var worker = new Person(whole, await chromium.Page("en", javaScript: false), Language.English);
        await worker.Open("/");
        await worker.Page.GetByRole(AriaRole.Link, new() { Name = worker.Reads["home.worker"] }).ClickAsync();
        await worker.SignInAsWorker(number, phone);
        await Expect(worker.Page.Locator("h1")).ToHaveTextAsync(worker.Reads["own.title"]);

        foreach (var (path, text) in OwnPages.All)
        {
            await worker.Open(OwnPages.Start);
            await worker.Page.Locator($".tiles a[href='{path}']").ClickAsync();
            await Expect(worker.Page.Locator("h1")).ToHaveTextAsync(worker.Reads[text]);
        }
        await worker.Page.Locator("main a[href='/complaints/new']").ClickAsync();
        await worker.Page.Locator("input[value=Wages]").CheckAsync();
        await worker.Page.Locator("#subject").FillAsync("No wages since spring.");
        await worker.Page.Locator("main form button").ClickAsync();
        await Expect(worker.Page.Locator(".said").First).ToHaveTextAsync("No wages since spring.");
        await worker.Page.Locator("#words").FillAsync("Three of us.");
        await worker.Page.Locator("main form button").ClickAsync();
        await Expect(worker.Page.Locator(".cards")).ToContainTextAsync("Three of us.");
        await worker.Page.Locator("header form button").ClickAsync();
        await Expect(worker.Page.GetByRole(AriaRole.Link, new() { Name = worker.Reads["home.worker"] })).ToBeVisibleAsync();
    }

    /// <summary>The browser shows its own page then, and the way back is to an empty form: what was written stands in it again.</summary>
    [Fact]
    public async Task An_office_that_sends_into_a_dropped_line_has_its_words_still_and_sends_them_once()
    {
        var (_, question) = await new Arranged(whole, Cancel).Complaint();
        var agency = await Person.At(whole, chromium, Language.English);
        await agency.ComeIn(Account.Agency("LA"));
        await agency.Open("/agency/complaints");
        var complaint = agency.Page.Locator(".case").Filter(new() { HasText = question });
        await complaint.Locator("textarea").FillAsync("Written with care.");

        await agency.Page.Context.SetOfflineAsync(true);
        await complaint.Locator("button").ClickAsync();
        await agency.Page.WaitForURLAsync("chrome-error://**");
        await agency.Page.Context.SetOfflineAsync(false);
        await agency.Open("/agency/complaints");

        await Expect(complaint.Locator("textarea")).ToHaveValueAsync("Written with care.");
        await complaint.Locator("button").ClickAsync();
        await Expect(agency.Page.GetByRole(AriaRole.Status)).ToHaveTextAsync(agency.Reads["done.answered"]);
        Assert.Equal(0, await Eventually.Becomes(() => agency.Page.EvaluateAsync<int>("() => Object.keys(sessionStorage).length"), kept => kept == 0));
    }

    async Task<Person> Worker(string code)
    {
        var arranged = new Arranged(whole, Cancel);
        var number = await arranged.Worker("LA");
        var phone = await arranged.Phone(number);
        var worker = await Person.At(whole, chromium, Language.Find(code)!);
        await worker.Open("/sign-in/worker");
        await worker.SignInAsWorker(number, phone);
        return worker;
    }

    string Address(string path) => new Uri(whole.System["Portal"].Web!, path).ToString();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
