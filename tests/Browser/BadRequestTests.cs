using System.Globalization;
using System.Text.RegularExpressions;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Testing;
using Microsoft.Playwright;
using Npgsql;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>Pages of other offices, a form sent twice, one that is far too large: what comes of them is counted in the audit and in the Portal's memory.</summary>
[Collection(nameof(Alone))]    // counts what everybody does
public sealed partial class BadRequestTests(WholeSystem whole, Chromium chromium)
{
    const int Megabyte = 1024 * 1024;

    /// <summary>A record of another office is nowhere (404), a page for another office is refused (403); both attempts stand in the service's audit.</summary>
    [Fact]
    public async Task Another_office_s_address_is_refused_and_the_attempt_is_on_record()
    {
        var departure = await new Arranged(whole, Cancel).Departure("KH");
        var lao = await Person.At(whole, chromium, Language.English);
        await lao.ComeIn(Account.Ministry("LA"));
        var before = await Refusals("registry");

        var nowhere = await lao.Open($"/departures/{departure.DepartureId}");
        Assert.Equal(404, nowhere!.Status);
        await Expect(lao.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(lao.Page.Locator("main")).Not.ToContainTextAsync(departure.WorkerNumber);

        var partner = await Person.At(whole, chromium, Language.English);
        await partner.ComeIn(Account.Partner("KH"));
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
        await officer.ComeIn(Account.Ministry("KH"));
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

    /// <summary>A session is planned, the service dies before it answers, and the manager, who was told that nobody knows, sends the form again: there is one session.</summary>
    [Fact]
    public async Task A_form_whose_answer_was_lost_is_sent_again_as_the_same_request()
    {
        var given = await new GivenTraining(whole, "LA").Made(Cancel);
        var manager = await Person.At(whole, chromium, Language.English);
        await manager.ComeIn(Account.Training("LA"));
        await manager.Open("/sessions/new");
        var (page, room, day) = (manager.Page, $"Room {Given.Word()}", given.Today.AddDays(Random.Shared.Next(30, 300)));    // on which the trainer teaches nobody else
        foreach (var (field, value) in new[] { ("#curriculum", given.Curriculum), ("#institution", given.Institution), ("#trainer", given.TrainerId), ("#language", given.Language) })
            await page.Locator(field).SelectOptionAsync(value);
        foreach (var (field, value) in new[] { ("#room", room), ("#starts", $"{day:yyyy-MM-dd}T08:00"), ("#ends", $"{day:yyyy-MM-dd}T15:00") })
            await page.Locator(field).FillAsync(value);
        var save = page.GetByRole(AriaRole.Button, new() { Name = manager.Reads["plan.save"] });
        var request = await page.Locator("form[action$='/sessions/plan'] input[name=RequestId]").InputValueAsync();
        await page.EvaluateAsync("() => { const form = document.querySelector('form[action$=\"/sessions/plan\"]'); return fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).then(answer => answer.text()); }");

        var training = whole.System["DepartureOrientation"];
        await training.Kill(Cancel);
        await save.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        training.Start();
        await training.WaitUntilHealthy(Cancel);
        Assert.True(await Eventually.Becomes(async () =>
        {
            await page.ReloadAsync();
            return await page.Locator("#room").CountAsync() == 1;
        }, shown => shown));
        await Expect(page.Locator("#room")).ToHaveValueAsync(room);
        await Expect(page.Locator("form[action$='/sessions/plan'] input[name=RequestId]")).ToHaveValueAsync(request);
        await save.ClickAsync();

        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(manager.Reads["done.planned"]);
        Assert.Equal(1, await Count("departure_orientation", $"SELECT count(*) FROM sessions WHERE room = '{room}'"));
    }

    [Fact]
    public async Task Fifty_megabytes_into_any_form_are_refused_in_words_and_not_held_in_memory()
    {
        const int size = 50 * Megabyte;
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.ComeIn(Account.Ministry("LA"));
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

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
