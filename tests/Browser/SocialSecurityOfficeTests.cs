using System.Globalization;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Registry.V1;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>A social-security office: one number asks whether somebody is insured, a file is tried and then sent.</summary>
public sealed class SocialSecurityOfficeTests(WholeSystem whole, Chromium chromium)
{
    [MainTask(MainTaskAttribute.SocialSecurity)]
    [Theory]
    [InlineData("en")]
    [InlineData("th")]
    public async Task An_officer_asks_whether_a_worker_is_insured_and_which_months_count_and_files_what_an_employer_paid(string code)
    {
        var cancel = TestContext.Current.CancellationToken;
        var worker = await Insured(cancel);
        var officer = await Person.At(whole, chromium, Language.Find(code)!);
        var (page, reads) = (officer.Page, officer.Reads);
        await officer.SignIn(Account.SocialSecurity("TH"));

        await Expect(Heading(page, 1)).ToHaveTextAsync(reads["coverage.heading"]);
        await Ask(page, reads, "LA-0000-0000-0");
        await Expect(page.Locator("#number-wrong")).ToBeVisibleAsync();
        await Expect(page.GetByLabel(reads["workers.number"])).ToHaveValueAsync("LA-0000-0000-0");
        await officer.Looks("coverage-wrong");

        await Ask(page, reads, worker);
        await Expect(page.Locator("#answer")).ToContainTextAsync(worker);
        await Expect(page.Locator("main")).ToContainTextAsync(reads["coverage.work_membership", reads.Code("employment_type", "FORMAL")]);
        var injury = page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = reads["code.branch.EmploymentInjury"] }) });
        await Expect(injury).ToContainTextAsync("TH-WCF");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = reads["code.branch.OldAge"] }) })).ToContainTextAsync("TH-SSF-33");
        await officer.Looks("coverage");

        await page.GetByRole(AriaRole.Link, new() { Name = reads["coverage.explain", "TH-SSF-33"] }).ClickAsync();
        await Expect(Heading(page, 1)).ToHaveTextAsync(reads["months.heading", worker, "TH-SSF-33"]);
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = reads["code.month.Counts"] })).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = reads["code.month.NotPosted"] }).First).ToBeVisibleAsync();
        await officer.Looks("months");
        await page.GoBackAsync();
        await Expect(page.Locator("#answer")).ToContainTextAsync(worker);

        await Filed(officer, worker);
    }

    async Task Filed(Person officer, string worker)
    {
        var (page, reads) = (officer.Page, officer.Reads);
        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.filings"] }).ClickAsync();
        await Send(page, reads, "worker_number,scheme\n");
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();

        var file = "worker_number,scheme,employer,month,currency,wage,employee_paid,employer_paid\n"
            + $"{worker},TH-SSF-33,{DemonstrationData.GarmentEmployer},{Month(-1):yyyy-MM},THB,13000,650,650\n"
            + $"{worker},TH-SSF-33,somebody else,{Month(-1):yyyy-MM},THB,13000,650,650\n";
        await Send(page, reads, file);
        await Expect(page.Locator("main")).ToContainTextAsync(reads["upload.was_dry"]);
        await Expect(page.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);    // the names of the columns, and the row that is wrong
        await officer.Looks("filing-report");
        var report = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = reads["upload.download"] }).ClickAsync());
        Assert.Contains(reads["upload.outcome.Refused"], await File.ReadAllTextAsync((await report.PathAsync())!), StringComparison.Ordinal);

        await page.GetByRole(AriaRole.Link, new() { Name = reads["upload.now_really"] }).ClickAsync();
        await page.GetByLabel(reads["upload.dry"]).UncheckAsync();
        await Send(page, reads, file);
        await Expect(page.Locator("main")).Not.ToContainTextAsync(reads["upload.was_dry"]);
        await Expect(page.Locator("dd").First).ToHaveTextAsync("1");
    }

    [Fact]
    public async Task A_file_that_is_far_too_large_is_refused_in_words()
    {
        var officer = await Person.At(whole, chromium, Language.English);
        await officer.ComeIn(Account.SocialSecurity("TH"));
        await officer.Open("/uploads/filings");
        var large = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(large, new byte[50 * 1024 * 1024], TestContext.Current.CancellationToken);
            await officer.Page.GetByLabel(officer.Reads["upload.file"], new() { Exact = true }).SetInputFilesAsync(large);
            await officer.Page.GetByRole(AriaRole.Button, new() { Name = officer.Reads["upload.send"] }).ClickAsync();

            await Expect(officer.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(officer.Reads["problem.FILE_TOO_LARGE"]);
        }
        finally
        {
            File.Delete(large);
        }
    }

    static async Task Ask(IPage page, Texts reads, string number)
    {
        await page.GetByLabel(reads["workers.number"]).FillAsync(number);
        await page.GetByRole(AriaRole.Button, new() { Name = reads["coverage.ask"] }).PressAsync("Enter");
    }

    static async Task Send(IPage page, Texts reads, string file)
    {
        await page.GetByLabel(reads["upload.file"], new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "filing.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(file) });
        await page.GetByRole(AriaRole.Button, new() { Name = reads["upload.send"] }).ClickAsync();
    }

    static ILocator Heading(IPage page, int level) => page.GetByRole(AriaRole.Heading, new() { Level = level });

    /// <summary>The month in which this test began: it may end while it runs.</summary>
    readonly DateOnly _month = DateOnly.FromDateTime(DateTime.UtcNow) is var today ? new(today.Year, today.Month, 1) : default;

    DateOnly Month(int months) => _month.AddMonths(months);

    /// <summary>In formal work in Thailand for four months; the first was paid.</summary>
    async Task<string> Insured(CancellationToken cancel)
    {
        var worker = (await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment")).EnrolWorkerAsync(new()
        {
            RequestId = Given.NewId(),
            Country = "LA",
            Names = { new PersonName { Full = $"Insured {Given.Word()}" } },
            BirthDate = new() { Year = 1991, Month = 5, Day = 3 },
            Sex = Sex.Female,
            Nationality = "LA",
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "B" + Given.NewId()[..8].ToUpper(CultureInfo.InvariantCulture), ValidUntil = new() { Year = 2034, Month = 6, Day = 30 } },
        }, cancellationToken: cancel)).WorkerNumber;
        var office = whole.Offices.To("SocialSecurity", Account.SocialSecurity("TH"), "social-security");
        var first = Month(-4);
        var membership = (await new Memberships.MembershipsClient(office).StartMembershipAsync(new()
        {
            RequestId = Given.NewId(),
            WorkerNumber = worker,
            SchemeId = "TH-SSF-33",
            Employer = DemonstrationData.GarmentEmployer,
            FromDay = new() { Year = first.Year, Month = first.Month, Day = 1 },
            EmploymentType = "FORMAL",
            Channel = "MOU_S59",
        }, cancellationToken: cancel)).MembershipId;
        await new Contributions.ContributionsClient(office).PostContributionAsync(new()
        {
            RequestId = Given.NewId(),
            MembershipId = membership,
            Year = first.Year,
            Month = first.Month,
            Wage = new() { Minor = 1_300_000, Currency = "THB" },
            EmployeePaid = new() { Minor = 65_000, Currency = "THB" },
            EmployerPaid = new() { Minor = 65_000, Currency = "THB" },
        }, cancellationToken: cancel);
        return worker;
    }
}
