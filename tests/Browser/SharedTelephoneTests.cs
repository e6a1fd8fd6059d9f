using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Testing;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>One telephone or desk for many: what one person typed is not the next one's, and one form whose answer was lost does not stand in the way of the next.</summary>
public sealed class SharedTelephoneTests(WholeSystem whole, Chromium chromium)
{
    [Fact]
    public async Task What_a_worker_typed_is_gone_for_the_next_one_in_the_same_tab()
    {
        var arranged = new Arranged(whole, Cancel);
        var (first, second) = (await arranged.Worker("LA"), await arranged.Worker("LA"));
        var person = await Person.At(whole, chromium, Language.English);
        await person.Open("/sign-in/worker");
        await person.SignInAsWorker(first, await arranged.Phone(first));
        await person.Open("/complaints/new");
        await person.Page.Locator("#subject").FillAsync("For one pair of eyes.");
        Assert.Equal(1, await Eventually.Becomes(() => Kept(person), kept => kept == 1));

        await person.Page.Locator("header form button").ClickAsync();
        await Expect(person.Page.GetByRole(AriaRole.Link, new() { Name = person.Reads["home.worker"] })).ToBeVisibleAsync();
        Assert.Equal(0, await Eventually.Becomes(() => Kept(person), kept => kept == 0));
        await person.Open("/sign-in/worker");
        await person.SignInAsWorker(second, await arranged.Phone(second));
        await person.Open("/complaints/new");

        await Expect(person.Page.Locator("#subject")).ToHaveValueAsync("");
    }

    /// <summary>The session here is gone, the one at Access goes on: whoever comes next must not come in by it.</summary>
    [Fact]
    public async Task Signing_out_after_the_session_has_ended_by_itself_signs_nobody_in_again()
    {
        var arranged = new Arranged(whole, Cancel);
        var worker = await arranged.Worker("LA");
        var person = await Person.At(whole, chromium, Language.English);
        await person.Open("/sign-in/worker");
        await person.SignInAsWorker(worker, await arranged.Phone(worker));
        await person.Page.Context.ClearCookiesAsync(new() { NameRegex = new("^gms-portal") });

        await person.Page.Locator("header form button").ClickAsync();
        await person.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();    // Access asks
        await Expect(person.Page.GetByRole(AriaRole.Heading, new() { Name = "You are signed out" })).ToBeVisibleAsync();

        await person.Open("/sign-in/worker");
        await Expect(person.Page.Locator("#number")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_country_that_was_chosen_is_there_again_after_the_page_was_left()
    {
        var somebody = await Person.At(whole, chromium, Language.English);
        await somebody.Open("/concern");
        await somebody.Page.Locator("#country").SelectOptionAsync("VN");
        await somebody.Page.Locator("#words").FillAsync("They keep our passports.");

        await somebody.Open("/licence");
        await somebody.Open("/concern");
        await Expect(somebody.Page.Locator("#words")).ToHaveValueAsync("They keep our passports.");
        await Expect(somebody.Page.Locator("#country")).ToHaveValueAsync("VN");
        await somebody.Page.ReloadAsync();
        await Expect(somebody.Page.Locator("#country")).ToHaveValueAsync("VN");
    }

    [Fact]
    public async Task A_concern_that_was_told_leaves_nothing_in_the_tab()
    {
        var somebody = await Person.At(whole, chromium, Language.English);
        await somebody.Open("/concern");
        await somebody.Page.Locator("input[name=Category]").First.CheckAsync();
        await somebody.Page.Locator("#words").FillAsync("They keep our passports.");
        await somebody.Page.Locator("main form button").ClickAsync();
        await Expect(somebody.Page.Locator("#secret")).ToBeVisibleAsync();
        Assert.Equal(0, await Eventually.Becomes(() => Kept(somebody), kept => kept == 0));

        await somebody.Open("/concern");

        await Expect(somebody.Page.Locator("#words")).ToHaveValueAsync("");
    }

    [Fact]
    public async Task A_border_post_whose_answer_was_lost_records_the_next_person()
    {
        var arranged = new Arranged(whole, Cancel);
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.SignIn(Account.Border("LA"));
        await officer.Open("/crossings");
        await officer.Page.Locator("input[value=exit]").CheckAsync();
        await officer.Page.Locator("#worker").FillAsync(await arranged.Worker("LA"));
        await officer.Page.EvaluateAsync("() => { const form = document.querySelector('main form'); return fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) }).then(answer => answer.text()); }");

        await officer.Page.Locator("#worker").FillAsync(await arranged.Worker("LA"));
        await officer.Page.Locator("main form button").ClickAsync();
        await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(officer.Reads["problem.REQUEST_ID_REUSED.do"]);
        await officer.Page.Locator("main form button").ClickAsync();

        await Expect(officer.Page.Locator("main")).ToContainTextAsync(officer.Reads["crossing.done.exit"]);
    }

    static Task<int> Kept(Person person) => person.Page.EvaluateAsync<int>("() => Object.keys(sessionStorage).length");

    static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
