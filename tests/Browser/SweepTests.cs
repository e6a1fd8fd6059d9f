using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Help;
using Gms.Portal.Languages;
using Gms.Portal.Pages;
using Microsoft.Playwright;
using Xunit;

namespace Gms.Browser;

/// <summary>
/// Every page that a role is offered and every page one step from there, in the languages of this run (<see cref="InTurn"/>): nothing that axe finds, nothing wider than a
/// small screen, a title and one heading, no letter without a font, and nothing that vanishes in high contrast. The list is Menu's own: a new page is in it by itself.
/// </summary>
public sealed partial class SweepTests(WholeSystem whole, Chromium chromium)
{
    const int SmallScreen = 320;

    /// <summary>A list leads to many pages of one kind; the first of a kind is opened.</summary>
    const int MostLinked = 12;

    static readonly TimeSpan AtMost = TimeSpan.FromMinutes(2);

    /// <summary>Code points that no font can have: what draws like these has no font.</summary>
    const string Unassigned = "\u0378\u0379";

    /// <summary>Two roles may be offered one page: it is looked at by axe once in a language.</summary>
    static readonly ConcurrentDictionary<(string Path, Language Language), bool> Looked = new();

    public static TheoryData<string> Roles => [.. Menu.All.SelectMany(item => item.Roles).Distinct()];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_page_of_a_role_is_whole(string role)
    {
        var reader = await SignedIn(role);
        await reader.Page.SetViewportSizeAsync(SmallScreen, 640);
        var (faults, letters, linked) = (new List<string>(), new HashSet<string>(), new Dictionary<string, string>());
        var offered = Menu.All.Index().Where(i => i.Item.Roles.Contains(role)).ToList();
        foreach (var language in Language.All)    // English first: it finds what the pages lead to
        {
            await reader.Choose(language);
            foreach (var (_, item) in offered.Where(i => InTurn.Has(i.Index, language)))
            {
                var seen = await Look(reader, language, item.Path, faults, letters);
                if (item == offered[0].Item)
                    await Picture(reader, $"first-page-{role}-{language.Code}");
                if (seen.Alerts > 0)
                    faults.Add($"{item.Path} in {language.Code} is refused to {role}");
                if (language == Language.English)
                    foreach (var link in seen.Links.Where(link => IsAPage(link) && Menu.All.All(i => Kind(i.Path) != Kind(link))))
                        linked.TryAdd(Kind(link), link);
            }
            foreach (var (_, link) in linked.Take(MostLinked).Where(l => InTurn.Has(l.Key.Length, language)))
                if (await Look(reader, language, link, faults, letters) is { Status: >= 400 and var status })
                    faults.Add($"{link} in {language.Code}, to which {role} is led, answers {status}");
        }

        faults.AddRange((await WithoutFont(reader, letters)).Select(letter => $"no font has {letter} (U+{char.ConvertToUtf32(letter, 0):X4})"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>What everybody sees: Access's forms of the sign-in, the start, the guides, concerns, the licence check, the figures.</summary>
    [Fact]
    public async Task Every_open_page_is_whole()
    {
        var reader = await Person.At(whole, chromium, Language.English);
        await reader.Open("/");
        await reader.Page.SetViewportSizeAsync(SmallScreen, 640);
        var (faults, letters) = (new List<string>(), new HashSet<string>());
        string[] paths = ["/sign-in", "/sign-in/worker", "/", "/concern", "/concern/state", "/help", "/licence", "/statistics", "/error", $"/help/{Guides.Everybody}", "/help/worker"];
        foreach (var language in Language.All)
        {
            await reader.Choose(language);
            foreach (var (_, path) in paths.Index().Where(p => InTurn.Has(p.Index, language)))
                await Look(reader, language, path, faults, letters);
        }

        faults.AddRange((await WithoutFont(reader, letters)).Select(letter => $"no font has {letter} (U+{char.ConvertToUtf32(letter, 0):X4})"));
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    /// <summary>The look at letters is no look if it does not see what no font has.</summary>
    [Fact]
    public async Task A_letter_without_a_font_is_seen()
    {
        var reader = await Person.At(whole, chromium, Language.English);
        await reader.Open("/");

        Assert.Equal(["\u0379"], await WithoutFont(reader, ["A", "\u1780", "\u0e81", "\u1000", "\u0e01", "\u8bed", "\u0379"]));
    }

    /// <summary>Nothing in a browser ends by itself when the browser does not answer.</summary>
    static Task<Seen> Look(Person reader, Language language, string path, List<string> faults, HashSet<string> letters) => LookAt(reader, language, path, faults, letters).WaitAsync(AtMost);

    static async Task<Seen> LookAt(Person reader, Language language, string path, List<string> faults, HashSet<string> letters)
    {
        var answer = await reader.Open(path);
        var seen = await reader.Page.EvaluateAsync<Seen>(SeenOnPage);
        seen.Status = answer!.Status;
        letters.UnionWith(seen.Letters);
        var where = $"{path} in {language.Code}";
        if (seen.Language != language.Code)
            faults.Add($"{where} says that it is in {seen.Language}");
        if (seen.Title.Length == 0 || seen.Headings != 1)
            faults.Add($"{where} has the title '{seen.Title}' and {seen.Headings} first headings");
        if (seen.Wide)
            faults.Add($"{where} is wider than {SmallScreen} pixels");
        if (Looked.TryAdd((Kind(path), language), true))
            faults.AddRange((await Axe.Barriers(reader.Page, colours: language == Language.English)).Select(found => $"{where}: {found}"));
        if (language == Language.English)
            faults.AddRange((await Vanished(reader)).Select(what => $"{where}: in high contrast nothing is seen of {what}"));
        return seen;
    }

    /// <summary>The first page of each role stays to be looked at.</summary>
    static async Task Picture(Person reader, string name) => await reader.Page.ScreenshotAsync(new() { Path = Path.Combine(Environment.GetEnvironmentVariable("REGISTRY_TEST_RESULTS") ?? AppContext.BaseDirectory, $"{name}.png") });

    static async Task<string[]> Vanished(Person reader)
    {
        await reader.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        var vanished = await reader.Page.EvaluateAsync<string[]>(VanishedOnPage);
        await reader.Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
        return vanished;
    }

    static async Task<string[]> WithoutFont(Person reader, IEnumerable<string> letters) => await reader.Page.EvaluateAsync<string[]>(LettersWithoutFont, new { letters = letters.ToArray(), unassigned = Unassigned[..1] });

    /// <summary>Who has nothing to see without a record of the own has one first.</summary>
    async Task<Person> SignedIn(string role)
    {
        var (arranged, reader) = (new Arranged(whole, TestContext.Current.CancellationToken), await Person.At(whole, chromium, Language.English));
        if (role == "worker")
        {
            var number = await arranged.Returned();
            var phone = await arranged.Phone(number);
            await reader.Open("/sign-in/worker");
            await reader.SignInAsWorker(number, phone);
            return reader;
        }

        if (role is "reintegration-counsellor" or "partner-officer")
            await arranged.Referred();
        await reader.ComeIn(role switch
        {
            "reintegration-counsellor" => Account.Counsellor("KH"),
            "partner-officer" => Account.Partner("KH"),
            _ => Arranged.AccountOf(whole, role) ?? throw new InvalidOperationException($"The demonstration has no account for {role}: whoever offers it a page gives it one."),
        });
        return reader;
    }

    /// <summary>Pages of one kind differ in the ids of records and in what is asked of them.</summary>
    static string Kind(string path) => Ids().Replace(path.Split('?')[0], "*").TrimEnd('/');

    static bool IsAPage(string link) => !link.Contains('.', StringComparison.Ordinal) && !NoPages().IsMatch(link);

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Ids();

    /// <summary>What is no page in the reader's language: sign-in, files, the check page with words of its own.</summary>
    [GeneratedRegex("^/(sign-in|sign-out|language|figures|check)(/|$|\\?)|^/$")]
    private static partial Regex NoPages();

    sealed class Seen
    {
        public string Language { get; set; } = "";
        public string Title { get; set; } = "";
        public int Status { get; set; }
        public int Headings { get; set; }
        public int Alerts { get; set; }
        public bool Wide { get; set; }
        public string[] Links { get; set; } = [];
        public string[] Letters { get; set; } = [];
    }

    const string SeenOnPage =
        """
        () => ({
          language: document.documentElement.lang, title: document.title, headings: document.querySelectorAll('h1').length,
          alerts: document.querySelectorAll('[role=alert]').length,
          wide: document.documentElement.scrollWidth > document.documentElement.clientWidth,
          links: [...document.querySelectorAll('main a[href^="/"]')].map(a => a.getAttribute('href')),
          letters: [...new Set(document.body.innerText)].filter(c => c > '\u007f' && /\p{L}|\p{N}|\p{P}|\p{S}/u.test(c)),
        })
        """;

    /// <summary>Words in the colour of what is behind them, fields and buttons without an edge, marks that are only a background.</summary>
    const string VanishedOnPage =
        """
        () => {
          const behind = element => { for (let e = element; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor; if (!/, 0\)$|transparent/.test(c)) return c; } return getComputedStyle(document.documentElement).backgroundColor; };
          const shown = element => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
          const gone = [];
          for (const element of document.querySelectorAll('body *')) {
            if (!shown(element)) continue;
            const style = getComputedStyle(element), name = element.outerHTML.slice(0, 80);
            if ([...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()) && style.color === behind(element)) gone.push(name);
            if (/^(INPUT|TEXTAREA|SELECT|BUTTON)$/.test(element.tagName) && !/radio|checkbox|file|hidden/.test(element.type) && (parseFloat(style.borderTopWidth) === 0 || style.borderTopStyle === 'none')) gone.push(name);
            const mark = getComputedStyle(element, '::before');
            if (mark.content === '""' && mark.display !== 'none' && mark.backgroundColor === behind(element) && parseFloat(mark.width) > 0) gone.push('the mark of ' + name);
          }
          return gone;
        }
        """;

    /// <summary>Draws each letter and compares it with what is drawn where no font has one.</summary>
    const string LettersWithoutFont =
        """
        ({ letters, unassigned }) => {
          const canvas = document.createElement('canvas'); canvas.width = canvas.height = 40;
          const context = canvas.getContext('2d', { willReadFrequently: true });
          const drawn = letter => { context.clearRect(0, 0, 40, 40); context.font = '24px ' + getComputedStyle(document.body).fontFamily; context.fillText(letter, 4, 28); return context.getImageData(0, 0, 40, 40).data.join(); };
          const none = drawn(unassigned);
          return letters.filter(letter => drawn(letter) === none);
        }
        """;
}
