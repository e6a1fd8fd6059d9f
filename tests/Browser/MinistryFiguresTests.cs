using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>What a ministry steers by: what waits and how long, flows and costs with their tables as files, reach of orientation, the action plan beside what was stated.</summary>
public sealed class MinistryFiguresTests(WholeSystem whole, Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("my")]
    public async Task A_ministry_sees_what_waits_its_figures_and_its_plan_and_takes_the_tables_along(string code)
    {
        var officer = await Person.At(whole, chromium, Language.Find(code)!);
        var (page, reads) = (officer.Page, officer.Reads);
        await officer.SignIn(Account.Ministry("LA"));
        ILocator Heading() => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.figures"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = reads["figures.costs"] })).ToBeVisibleAsync();
        await officer.Picture("dashboard");
        await page.Locator("#table").SelectOptionAsync("outflow-by-sector-and-sex");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["figures.show"] }).ClickAsync();
        await Expect(page.Locator("#table")).ToHaveValueAsync("outflow-by-sector-and-sex");
        await Expect(page.Locator("#table option:checked")).ToHaveTextAsync(reads["flow.outflow-by-sector-and-sex"]);
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        Assert.StartsWith("row,column,count,hidden", await (await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), "/figures/outflow-by-sector-and-sex.csv?country=LA&year=2025").ToString())).TextAsync(), StringComparison.Ordinal);
        Assert.StartsWith("origin,destination,measure,", await (await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), "/dashboard/costs.csv?year=2025").ToString())).TextAsync(), StringComparison.Ordinal);

        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = reads["waiting.title"], Exact = true }).ClickAsync();
        await Expect(Heading()).ToHaveTextAsync(reads["waiting.heading"]);
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await officer.Picture("waiting");

        await page.Locator("main").GetByRole(AriaRole.Link, new() { Name = reads["reach.title"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = reads["reach.institutions"] })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = reads["figures.total"] }).Last).ToBeVisibleAsync();
        await officer.Picture("reach");
        Assert.StartsWith("corridor,sex,count,hidden", await Downloaded(page, "reach.csv"), StringComparison.Ordinal);

        await page.Locator("header").GetByRole(AriaRole.Link, new() { Name = reads["nav.plans"], Exact = true }).ClickAsync();
        await officer.Picture("plans");
        await page.Locator(".cards a").First.ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = reads["plans.compute"] }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.computed"]);
        await Expect(page.Locator(".figure").First).Not.ToContainTextAsync(reads["plans.not_computed"]);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = reads["plans.stated"] })).ToBeVisibleAsync();
        await officer.Looks("plan");
    }

    [Fact]
    public async Task Another_office_s_figures_and_plans_are_refused()
    {
        var lao = await Person.At(whole, chromium, Language.English);
        await lao.SignIn(Account.Ministry("LA"));
        await lao.Open("/plans");
        var plan = await lao.Page.Locator(".cards a").First.GetAttributeAsync("href");
        var thai = await Person.At(whole, chromium, Language.English);
        await thai.SignIn(Account.Ministry("TH"));

        await thai.Open(plan!);
        await Expect(thai.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no such action plan");

        var agency = await Person.At(whole, chromium, Language.English);
        await agency.SignIn(Account.Agency("LA"));
        Assert.Equal(403, (await agency.Page.GotoAsync(new Uri(new Uri(agency.Page.Url), "/dashboard/waiting").ToString()))!.Status);
        await Expect(agency.Page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        Assert.Equal(403, (await agency.Page.APIRequest.GetAsync(new Uri(new Uri(agency.Page.Url), "/dashboard/waiting.csv").ToString())).Status);
    }

    static async Task<string> Downloaded(IPage page, string file)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator($"a[href*='{file}']").ClickAsync());
        return await File.ReadAllTextAsync(await download.PathAsync(), TestContext.Current.CancellationToken);
    }
}
