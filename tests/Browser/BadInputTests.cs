using System.Text.RegularExpressions;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Portal.Pages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>What no honest form sends, into every form that a role is offered; forms of before.</summary>
[Collection(LaoDesks.Answer)]
public sealed partial class BadInputTests(WholeSystem whole, Chromium chromium)
{
    /// <summary>In words that no page has of itself, so that they are found in an answer.</summary>
    static readonly string[] Bad =
    [
        "\"'><script>window.hit=1</script><img src=x onerror=\"window.hit=1\">",
        new('\u1780', 10_000),
        "nul \0 escape \u001b[31m bell \a right to left \u202e end",
    ];

    public static TheoryData<string> Roles => [.. Menu.All.SelectMany(item => item.Roles).Distinct().Where(role => role != "worker")];

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task Every_form_of_a_role_takes_bad_input_as_words_or_refuses_it_in_words(string role)
    {
        var person = await Person.At(whole, chromium, Language.English);
        await person.ComeIn(Arranged.AccountOf(whole, role)!);
        await Survives(person, Menu.All.Where(i => i.Roles.Contains(role)).Select(i => i.Path));
    }

    [Fact]
    public async Task So_do_the_forms_of_workers_and_of_everybody()
    {
        var arranged = new Arranged(whole, Cancel);
        var number = await arranged.Worker("LA");
        var phone = await arranged.Phone(number);
        var worker = await Person.At(whole, chromium, Language.English);
        await worker.Open("/sign-in/worker");
        await worker.SignInAsWorker(number, phone);

        await Survives(worker, ["/complaints/new", "/licence", "/statistics"]);
    }

    [Fact]
    public async Task A_name_that_is_a_script_is_shown_as_it_was_written()
    {
        const string name = "<script>window.hit=1</script>";
        var worker = await new Arranged(whole, Cancel).Worker("LA", name: name);
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.ComeIn(Account.Ministry("LA"));
        await officer.Page.Locator("#number").FillAsync(worker);
        await officer.Page.Locator("main form button").ClickAsync();
        await Expect(officer.Page.Locator("h1")).ToContainTextAsync(worker);
        Assert.Null(await officer.Page.EvaluateAsync<int?>("window.hit ?? null"));

        await officer.Page.Context.AddCookiesAsync([new() { Name = "language", Value = name, Url = whole.System["Portal"].Web!.ToString() }]);
        await officer.Open($"/language/en?back={Uri.EscapeDataString("javascript:window.hit=1")}");
        Assert.Equal("/", new Uri(officer.Page.Url).AbsolutePath);
    }

    /// <summary>Signed out and in again in another tab: a form of before says so, and what to do.</summary>
    [Fact]
    public async Task A_stale_tab_is_told_so_on_every_kind_of_form()
    {
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.SignIn(Account.Ministry("LA"));
        await officer.Open("/workers");
        var codes = new Person(whole, await officer.Page.Context.NewPageAsync(), Language.English);
        await codes.Open("/codes");
        var other = await officer.Page.Context.NewPageAsync();
        await other.GotoAsync(codes.Page.Url);
        await other.Locator("header form button").ClickAsync();
        await new Person(whole, other, Language.English).SignIn(Account.SecondOfficer("LA"));

        await officer.Page.Locator("#number").FillAsync("LA-7KQ2-M9XD-R");
        await officer.Page.Locator("main form button").ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(officer.Reads["problem.FORM_TOO_OLD"]);

        await codes.Page.Locator("#number").FillAsync("LA-7KQ2-M9XD-R");
        await codes.Page.Locator("main form button").ClickAsync();
        await Expect(codes.Page.Locator("main")).ToContainTextAsync(officer.Reads["problem.FORM_TOO_OLD"]);
        await Expect(codes.Page.Locator("main")).ToContainTextAsync(officer.Reads["problem.FORM_TOO_OLD.do"]);
    }

    /// <summary>Fills every field with each of the bad texts, past what the form itself would hold back, and sends it.</summary>
    async Task Survives(Person person, IEnumerable<string> paths)
    {
        var faults = new List<string>();
        person.Page.Dialog += (_, dialog) =>
        {
            faults.Add($"A page says {dialog.Message}.");
            _ = dialog.DismissAsync();
        };
        foreach (var path in paths)
        {
            await person.Open(path);
            var forms = await person.Page.Locator("main form:has(input[type=text], input:not([type]), textarea)").CountAsync();
            for (var form = 0; form < forms; form++)
                foreach (var bad in Bad)
                {
                    await person.Open(path);
                    var filled = person.Page.Locator("main form:has(input[type=text], input:not([type]), textarea)").Nth(form);
                    var answer = await person.Page.On(() => filled.EvaluateAsync(FillAndSend, bad));
                    var heading = await person.Page.Locator("h1").AllInnerTextsAsync();
                    if (answer is null || answer.Status >= 500 || heading.Count != 1 || heading[0] == person.Reads["error.heading"])
                        faults.Add($"{path} answers {answer?.Status} {string.Join(" ", heading)} to {bad[..6]}…");
                    if (await person.Page.EvaluateAsync<bool>("'hit' in window"))
                        faults.Add($"{path} ran a script");
                    if (FailsInside().IsMatch(await person.Page.EvaluateAsync<string>("document.body.innerText")))
                        faults.Add($"{path} failed inside at {bad[..6]}…");
                }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    const string FillAndSend =
        """
        (form, bad) => {
          form.noValidate = true;
          for (const field of form.elements) {
            field.removeAttribute('maxlength'); field.removeAttribute('required');
            if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && !/hidden|radio|checkbox|file|submit/.test(field.type))) { if (field instanceof HTMLInputElement) field.type = 'text'; field.value = bad; }
            if (field.type === 'radio') field.checked = true;
          }
          form.requestSubmit(form.querySelector('button'));
        }
        """;

    /// <summary>What a service says of a failure of its own (UNEXPECTED).</summary>
    [GeneratedRegex("The registry failed to do this")]
    private static partial Regex FailsInside();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
