using System.Globalization;
using System.Text;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Registry.V1;
using Gms.Type.V1;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>An agency sends its contracts as one file: tried first, then for real, with a report of each row that was refused.</summary>
public sealed class ContractFileTests(WholeSystem whole, Chromium chromium)
{
    [Theory]
    [InlineData("en")]
    [InlineData("th")]
    public async Task An_agency_tries_a_file_of_contracts_and_sends_it(string code)
    {
        var worker = await Enrolled(TestContext.Current.CancellationToken);
        var agency = await Person.At(whole, chromium, Language.Find(code)!);
        var (page, reads) = (agency.Page, agency.Reads);
        await agency.ComeIn(Account.Agency("LA"));
        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.agency"], Exact = true }).ClickAsync();
        await page.GetByText(reads["agency.for_files"]).First.ClickAsync();    // where a file's ids are read
        await Expect(page.Locator("details code").First).ToBeVisibleAsync();
        await agency.Looks("agency-for-files");

        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.contracts"], Exact = true }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["upload.contracts.title"]);
        await agency.Looks("upload-contracts");
        await Send(page, reads, File(worker));
        await Expect(page.Locator(".done")).ToHaveTextAsync(reads["upload.was_dry"]);
        await Expect(page.Locator("dd").Nth(0)).ToHaveTextAsync("1");
        await Expect(page.Locator("dd").Nth(3)).ToHaveTextAsync("2");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "wage_minor" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = "worker_number" })).ToBeVisibleAsync();
        await agency.Looks("upload-contracts-report");

        await page.GetByRole(AriaRole.Link, new() { Name = reads["upload.now_really"] }).ClickAsync();
        await page.GetByLabel(reads["upload.dry"]).UncheckAsync();
        await Send(page, reads, File(worker));
        await Expect(page.Locator("dd").Nth(0)).ToHaveTextAsync("1");
        var report = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = reads["upload.download"] }).ClickAsync());
        Assert.Equal(4, (await System.IO.File.ReadAllLinesAsync(await report.PathAsync(), TestContext.Current.CancellationToken)).Length);
        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.missing"], Exact = true }).ClickAsync();
        await Expect(page.Locator(".case").Filter(new() { HasText = worker })).ToBeVisibleAsync();
    }

    static async Task Send(IPage page, Texts reads, string file)
    {
        await page.GetByLabel(reads["upload.file"], new() { Exact = true }).SetInputFilesAsync(new FilePayload { Name = "contracts.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(file) });
        await page.GetByRole(AriaRole.Button, new() { Name = reads["upload.send"] }).ClickAsync();
    }

    /// <summary>One good row, one with an amount below nothing, one with a number that is nobody's.</summary>
    static string File(string worker)
    {
        var contract = FairRecruitment.GarmentContract(worker, Day(-5), Day(30));
        string Row(string number, string wage) => string.Join(',',
            number, contract.EmployerId, contract.JobOrderId, contract.Origin, contract.Destination, contract.Channel, contract.Occupation, contract.EmploymentType,
            Text(contract.StartsOn), Text(contract.EndsOn), Text(contract.SignedOn), string.Join(' ', contract.Languages), wage, contract.Terms.Wage.Currency,
            contract.Terms.WagePeriod.ToString().ToUpperInvariant(), contract.Terms.HoursPerWeek.ToString(CultureInfo.InvariantCulture), contract.Terms.DaysPerWeek.ToString(CultureInfo.InvariantCulture));
        var wage = contract.Terms.Wage.Minor.ToString(CultureInfo.InvariantCulture);
        return string.Join("\r\n",
            "worker_number,employer_id,job_order_id,origin,destination,channel,occupation,employment_type,starts_on,ends_on,signed_on,languages,wage_minor,wage_currency,wage_period,hours_per_week,days_per_week",
            Row(worker, wage), Row(worker, "12x"), Row("LA-0000-0000-0", wage));
    }

    async Task<string> Enrolled(CancellationToken cancel) => (await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment")).EnrolWorkerAsync(new()
    {
        RequestId = Given.NewId(),
        Country = "LA",
        Names = { new PersonName { Full = $"Listed {Given.Word()}" } },
        BirthDate = new() { Year = 1995, Month = 7, Day = 9 },
        Sex = Sex.Female,
        Nationality = "LA",
        Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "L" + Given.NewId()[..8].ToUpper(CultureInfo.InvariantCulture), ValidUntil = new() { Year = 2034, Month = 6, Day = 30 } },
    }, cancellationToken: cancel)).WorkerNumber;

    static string Text(Date day) => new DateOnly(day.Year, day.Month, day.Day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static Date Day(int days) => DateTime.UtcNow.AddDays(days) is var day ? new() { Year = day.Year, Month = day.Month, Day = day.Day } : new();
}
