using System.Globalization;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Reintegration.V1;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>A counsellor takes a case, agrees a plan and asks a partner; the partner accepts and is done.</summary>
public sealed class ReturnedWorkersTests(WholeSystem whole, Chromium chromium)
{
    [MainTask(MainTaskAttribute.Reintegration)]
    [Theory]
    [InlineData("en")]
    [InlineData("km")]
    public async Task A_counsellor_takes_a_case_agrees_a_plan_and_a_partner_helps(string code)
    {
        var (worker, opened, partner) = await new Arranged(whole, TestContext.Current.CancellationToken).Case();
        var language = Language.Find(code)!;
        var counsellor = await Person.At(whole, chromium, language);
        var (page, reads) = (counsellor.Page, counsellor.Reads);
        await counsellor.SignIn(Account.Counsellor("KH"));
        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.cases"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["cases.heading"]);
        await counsellor.Looks("cases");
        await counsellor.Open($"/cases/{opened}");

        await page.GetByRole(AriaRole.Button, new() { Name = reads["case.take"] }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.taken"]);
        await page.GetByText(reads["case.new_plan"]).ClickAsync();
        await page.GetByLabel(reads["case.goals"]).FillAsync("<b>A stall</b> at the market\nA savings book");
        var first = page.GetByRole(AriaRole.Group, new() { Name = reads["case.item", 1] });
        await first.GetByLabel(reads["case.partner"]).FillAsync("Battambang training centre");
        await first.GetByLabel(reads["case.starts"]).FillAsync(Day(1));
        await first.GetByLabel(reads["case.ends"]).FillAsync(Day(-400));
        await first.GetByLabel(reads["case.budget_in", "KHR"]).FillAsync("2500000");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["case.agree"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Expect(page.GetByLabel(reads["case.goals"])).ToHaveValueAsync("<b>A stall</b> at the market\nA savings book");
        await counsellor.Looks("plan-refused");
        await first.GetByLabel(reads["case.ends"]).FillAsync(Day(60));
        await page.GetByRole(AriaRole.Button, new() { Name = reads["case.agree"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.agreed"]);
        await Expect(page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "<b>A stall</b> at the market" })).ToBeVisibleAsync();

        await page.GetByText(reads["case.new_referral"]).ClickAsync();
        await page.Locator("#partner-referral").SelectOptionAsync(partner.PartnerId);
        await page.Locator("#service-referral").SelectOptionAsync(partner.Services[0]);
        await page.GetByLabel(reads["case.needed"]).FillAsync($"A place to sell for {worker}");
        await page.GetByRole(AriaRole.Button, new() { Name = reads["case.refer"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.referred"]);
        await counsellor.Looks("case");

        await Helped(language, worker);
        await page.ReloadAsync();
        await Expect(page.Locator(".checks")).ToContainTextAsync(reads.Code("referral_result", ReferralResult.Employed));
    }

    async Task Helped(Language language, string worker)
    {
        var body = await Person.At(whole, chromium, language);
        var (page, reads) = (body.Page, body.Reads);
        await body.SignIn(Account.Partner("KH"));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["referred.heading"]);
        var referral = page.Locator(".case").Filter(new() { HasText = worker });
        await body.Looks("referred");
        await referral.GetByRole(AriaRole.Button, new() { Name = reads["referred.accept"] }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.told"]);
        await referral.GetByLabel(reads["referred.result"]).SelectOptionAsync("Employed");
        await referral.GetByRole(AriaRole.Button, new() { Name = reads["referred.finish"] }).ClickAsync();
        await Expect(referral.GetByRole(AriaRole.Button)).ToHaveCountAsync(0);
        await Expect(referral).ToContainTextAsync(reads.Code("referral_result", ReferralResult.Employed));
    }

    static string Day(int days) => DateTime.UtcNow.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
