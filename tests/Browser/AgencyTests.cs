using System.Globalization;
using Gms.Journeys;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.Type.V1;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>A recruitment agency: what is missing before a departure, a complaint answered in time, costs sent as a file.</summary>
[Collection(LaoDesks.Answer)]
public sealed class AgencyTests(WholeSystem whole, Chromium chromium)
{
    [MainTask(MainTaskAttribute.Agency)]
    [Theory]
    [InlineData("en")]
    [InlineData("lo")]
    public async Task An_agency_sees_what_is_missing_answers_a_complaint_and_sends_costs(string code)
    {
        var cancel = TestContext.Current.CancellationToken;
        var (worker, contract) = await Contracted(cancel);
        var question = $"Was a fee taken? {Given.Word()}";
        await AskedAbout(worker, contract, question, cancel);
        var agency = await Person.At(whole, chromium, Language.Find(code)!);
        var (page, reads) = (agency.Page, agency.Reads);
        await agency.SignIn(Account.Agency("LA"));

        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["missing.heading"]);
        var missing = page.Locator(".case").Filter(new() { HasText = worker });
        await Expect(missing.Locator(".checks li").First).ToBeVisibleAsync();
        await agency.Looks("missing");
        await missing.GetByRole(AriaRole.Link, new() { Name = worker }).ClickAsync();
        await Expect(page.Locator("dl")).ToContainTextAsync("13,000.00 THB");
        await agency.Looks("contract");

        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.complaints"] }).ClickAsync();
        var complaint = page.Locator(".case").Filter(new() { HasText = question });
        await Expect(complaint).ToContainTextAsync(reads["complaints.answer_by"]);
        await agency.Looks("complaints");
        await complaint.GetByLabel(reads["complaints.answer"]).FillAsync("<script>alert(1)</script> No fee was taken.");
        await complaint.GetByRole(AriaRole.Button, new() { Name = reads["complaints.send"] }).PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status)).ToHaveTextAsync(reads["done.answered"]);
        await Expect(complaint).ToContainTextAsync("<script>alert(1)</script> No fee was taken.");
        await Expect(complaint).ToContainTextAsync(reads.Code("complaint_state", "Mediation"));

        // The way back leads over pages, never over a form that would be sent again.
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(reads["complaints.heading"]);
        await Expect(complaint).ToContainTextAsync(reads.Code("complaint_state", "Mediation"));

        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.agency"] }).ClickAsync();
        await Expect(page.Locator(".case").Filter(new() { HasText = "DEMO-LA-2023-1" })).ToContainTextAsync(reads["code.licence.Valid"]);
        await agency.Looks("agency");

        await page.GetByRole(AriaRole.Link, new() { Name = reads["nav.costs"] }).ClickAsync();
        await page.GetByLabel(reads["upload.dry"]).UncheckAsync();
        await page.GetByLabel(reads["upload.file"], new() { Exact = true }).SetInputFilesAsync(new FilePayload
        {
            Name = "costs.csv",
            MimeType = "text/csv",
            Buffer = System.Text.Encoding.UTF8.GetBytes("contract_id,item,payer,payee,amount_minor,amount_currency,paid_on,receipt_reference,stated_by\n"
                + $"{contract},PASSPORT,EMPLOYER,AUTHORITY,45000000,LAK,{DateTime.UtcNow.AddDays(-3):yyyy-MM-dd},R-1,AGENCY\n"),
        });
        await page.GetByRole(AriaRole.Button, new() { Name = reads["upload.send"] }).ClickAsync();
        await Expect(page.Locator("dd").First).ToHaveTextAsync("1");
        await agency.Open($"/agency/contracts/{contract}");
        await Expect(page.GetByRole(AriaRole.Row).Filter(new() { HasText = reads.Code("cost_item", "PASSPORT") })).ToContainTextAsync("450,000.00 LAK");
    }

    [Fact]
    public async Task Another_agency_s_contract_is_not_there()
    {
        var agency = await Person.At(whole, chromium, Language.English);
        await agency.ComeIn(Account.Agency("LA"));

        await agency.Open($"/agency/contracts/{Given.NewId()}");

        await Expect(agency.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("no such contract");
    }

    async Task<(string Worker, string Contract)> Contracted(CancellationToken cancel)
    {
        var worker = (await new Workers.WorkersClient(whole.Offices.To("Registry", Account.Ministry("LA"), "enrolment")).EnrolWorkerAsync(new()
        {
            RequestId = Given.NewId(),
            Country = "LA",
            Names = { new PersonName { Full = $"Contracted {Given.Word()}" } },
            BirthDate = new() { Year = 1993, Month = 2, Day = 8 },
            Sex = Sex.Female,
            Nationality = "LA",
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "C" + Given.NewId()[..8].ToUpper(CultureInfo.InvariantCulture), ValidUntil = new() { Year = 2034, Month = 6, Day = 30 } },
        }, cancellationToken: cancel)).WorkerNumber;
        var contract = (await new Contracts.ContractsClient(whole.Offices.To("Recruitment", Account.Agency("LA"), "recruitment"))
            .RegisterContractAsync(FairRecruitment.GarmentContract(worker, Day(-5), Day(30)), cancellationToken: cancel)).ContractId;
        return (worker, contract);
    }

    async Task AskedAbout(string worker, string contract, string question, CancellationToken cancel)
    {
        var complaints = new Complaints.ComplaintsClient(whole.Offices.To("Recruitment", Account.Ministry("LA"), "complaint"));
        var complaint = (await complaints.OpenComplaintAsync(new()
        {
            RequestId = Given.NewId(),
            WorkerNumber = worker,
            ContractId = contract,
            Category = ComplaintCategory.Costs,
            Urgency = ComplaintUrgency.Normal,
            ToldBy = ComplaintTeller.Officer,
            Subject = "A fee was taken.",
        }, cancellationToken: cancel)).ComplaintId;
        await complaints.PutToAgencyAsync(new() { RequestId = Given.NewId(), ComplaintId = complaint, Question = question }, cancellationToken: cancel);
    }

    static Date Day(int days) => DateTime.UtcNow.AddDays(days) is var day ? new() { Year = day.Year, Month = day.Month, Day = day.Day } : new();
}
