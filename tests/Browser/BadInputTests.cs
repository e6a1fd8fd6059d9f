using System.Globalization;
using System.Text.RegularExpressions;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Portal.Pages;
using Microsoft.Playwright;
using Npgsql;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>What no honest form sends, into every form that a role is offered; pages of other offices; forms twice, too late and far too large.</summary>
[Collection(nameof(WholeSystem.System))]    // another class stops the Portal
public sealed partial class BadInputTests(WholeSystem whole, Chromium chromium)
{
    const int Megabyte = 1024 * 1024;

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
        await person.SignIn(Arranged.AccountOf(whole, role)!);
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
        await officer.SignIn(Account.Ministry("LA"));
        await officer.Page.Locator("#number").FillAsync(worker);
        await officer.Page.Locator("main form button").ClickAsync();
        await Expect(officer.Page.Locator("h1")).ToContainTextAsync(worker);
        Assert.Null(await officer.Page.EvaluateAsync<int?>("window.hit ?? null"));

        await officer.Page.Context.AddCookiesAsync([new() { Name = "language", Value = name, Url = whole.System["Portal"].Web!.ToString() }]);
        await officer.Open($"/language/en?back={Uri.EscapeDataString("javascript:window.hit=1")}");
        Assert.Equal("/", new Uri(officer.Page.Url).AbsolutePath);
    }

    /// <summary>A record of another office is nowhere (404), a page for another office is refused (403); both attempts stand in the service's audit.</summary>
    [Fact]
    public async Task Another_office_s_address_is_refused_and_the_attempt_is_on_record()
    {
        var departure = await new Arranged(whole, Cancel).Departure("KH");
        var lao = await Person.At(whole, chromium, Language.English);
        await lao.SignIn(Account.Ministry("LA"));
        var before = await Refusals("registry");

        var nowhere = await lao.Open($"/departures/{departure.DepartureId}");
        Assert.Equal(404, nowhere!.Status);
        await Expect(lao.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(lao.Page.Locator("main")).Not.ToContainTextAsync(departure.WorkerNumber);

        var partner = await Person.At(whole, chromium, Language.English);
        await partner.SignIn(Account.Partner("KH"));
        var refused = await partner.Open("/departures");
        Assert.Equal(403, refused!.Status);
        await Expect(partner.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Equal(before + 2, await Refusals("registry"));

        var post = await partner.Open("/crossings");
        Assert.Equal(403, post!.Status);
        await Expect(partner.Page.Locator("h1")).ToHaveTextAsync(partner.Reads["forbidden.heading"]);
    }

    [Fact]
    public async Task A_form_sent_twice_changes_one_thing()
    {
        var departure = await new Arranged(whole, Cancel).Departure("KH");
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.SignIn(Account.Ministry("KH"));
        await officer.Open($"/departures/{departure.DepartureId}");
        var before = await Changes("registry", "DecideHeld");
        await officer.Page.GetByLabel(officer.Reads["departure.reason"], new() { Exact = true }).FillAsync("Seen and compared.");

        var answers = await officer.Page.EvaluateAsync<int[]>(
            """
            () => {
              const form = document.querySelector('form[action$="/decide"]'), sent = new URLSearchParams(new FormData(form));
              sent.set('Decision', 'Clear');
              const send = () => fetch(form.action, { method: 'POST', body: sent }).then(answer => answer.status);
              return Promise.all([send(), send(), send()]);
            }
            """);

        Assert.Equal([200, 200, 200], answers);
        Assert.Equal(before + 1, await Changes("registry", "DecideHeld"));
        await officer.Open($"/departures/{departure.DepartureId}");
        await Expect(officer.Page.Locator("dl")).ToContainTextAsync(officer.Reads["departure.status.Cleared"]);
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

    [Fact]
    public async Task Fifty_megabytes_into_any_form_are_refused_in_words_and_not_held_in_memory()
    {
        const int size = 50 * Megabyte;
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.SignIn(Account.Ministry("LA"));
        await officer.Open("/codes");
        var before = Memory();

        foreach (var path in new[] { "/codes", "/workers/find", "/departures/new/step/1", "/uploads/workers", "/crossings", "/sign-out" })
        {
            var (status, heading) = await Sent(officer, path, size);
            Assert.True(status is 200 or 413, $"{path} answers {status}");
            Assert.Contains("too l", heading, StringComparison.Ordinal);    // too large, too long
        }

        Assert.InRange(Memory() - before, long.MinValue, 150L * Megabyte);
        await officer.Open("/workers");
        await Expect(officer.Page.Locator("#number")).ToBeVisibleAsync();
    }

    static async Task<(int Status, string Heading)> Sent(Person officer, string path, int size)
    {
        var answer = await officer.Page.EvaluateAsync<string>(
            """
            async ([path, size]) => {
              const sent = new FormData();
              sent.set('File', new Blob([new Uint8Array(size)]), 'large.csv');
              const answer = await fetch(path, { method: 'POST', body: sent });
              const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
              return answer.status + ' ' + page.querySelector('main').textContent;
            }
            """, new object[] { path, size });
        return (int.Parse(answer[..3], CultureInfo.InvariantCulture), answer[4..]);
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

    async Task<long> Refusals(string database) => await Count(database, "SELECT count(*) FROM audit WHERE kind = 'refused' AND call LIKE '%.Departures/%' AND outcome IN ('DEPARTURE_NOT_FOUND', 'PERMISSION_MISSING')");

    async Task<long> Changes(string database, string call) => await Count(database, $"SELECT count(*) FROM audit WHERE kind = 'change' AND call LIKE '%/{call}'");

    async Task<long> Count(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(whole.System.Postgres.AdminConnectionString) { Database = database, Pooling = false }.ConnectionString);
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    /// <summary>What the Portal's process holds now, in bytes.</summary>
    long Memory() => long.Parse(Resident().Match(File.ReadAllText($"/proc/{whole.System["Portal"].ProcessId}/status")).Groups[1].Value, CultureInfo.InvariantCulture) * 1024;

    [GeneratedRegex(@"VmRSS:\s+(\d+) kB")]
    private static partial Regex Resident();

    /// <summary>What a service says of a failure of its own (UNEXPECTED).</summary>
    [GeneratedRegex("The registry failed to do this")]
    private static partial Regex FailsInside();

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
