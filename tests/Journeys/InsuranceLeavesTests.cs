using Gms.Local.Demo;
using Gms.Local.Verbs;
using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Xunit;
using AccessV1 = Gms.Access.V1;

namespace Gms.Journeys;

/// <summary>A worker whose employer stopped paying: the own view, one step to a complaint in Recruitment, a statement that is checked where there is no registry, and a claim that is paid abroad.</summary>
public sealed class InsuranceLeavesTests(WholeSystem whole)
{
    readonly Portability.PortabilityClient _thai = new(whole.Offices.To("SocialSecurity", Account.SocialSecurity("TH"), "social-security"));

    [Fact]
    public async Task What_was_not_paid_becomes_a_complaint_and_what_was_is_taken_along()
    {
        var cancel = TestContext.Current.CancellationToken;
        var journey = await new LaoGarmentWorker(whole.Offices, whole.Data, new DateTimeOffset(2025, 3, 3, 3, 0, 0, TimeSpan.Zero)).Run(cancel);
        var (worker, account) = (journey.WorkerNumber, $"worker-{Guid.NewGuid():N}"[..20]);
        await new AccessV1.Accounts.AccountsClient(whole.Offices.To("Access", "administrator", "administration")).CreateAccountAsync(new() { RequestId = Given.NewId(), Name = account, WorkerNumber = worker }, cancellationToken: cancel);

        var own = new Contributions.ContributionsClient(whole.Offices.To("SocialSecurity", account, "own-record"));
        var owed = (await own.ListArrearsAsync(new() { WorkerNumber = worker }, cancellationToken: cancel)).Months;
        Assert.All(owed, m => Assert.Equal(ArrearsState.NotFiled, m.State));
        Assert.True(owed.Count >= 5, $"{owed.Count} months");

        var opened = await own.ComplainOfArrearsAsync(new() { RequestId = Given.NewId(), MembershipId = owed[0].MembershipId }, cancellationToken: cancel);
        var complaint = (await new Complaints.ComplaintsClient(whole.Offices.To("Recruitment", account, "own-record")).GetComplaintAsync(new() { ComplaintId = opened.ComplaintId }, cancellationToken: cancel)).Complaint;
        Assert.Equal(("TH", worker, ComplaintTeller.Worker), (complaint.Country, complaint.WorkerNumber, complaint.ToldBy));

        await Stated(worker, account, cancel);
        await Paid(worker, account, cancel);
    }

    async Task Stated(string worker, string account, CancellationToken cancel)
    {
        var text = (await new Portability.PortabilityClient(whole.Offices.To("SocialSecurity", account, "own-record")).GetStatementAsync(new() { WorkerNumber = worker, Country = "TH" }, cancellationToken: cancel)).Text;
        var folder = Directory.CreateTempSubdirectory("gms-statement");
        try
        {
            var (genuine, forged) = (new FileInfo(Path.Combine(folder.FullName, "statement.txt")), new FileInfo(Path.Combine(folder.FullName, "forged.txt")));
            var lists = new DirectoryInfo(Path.Combine(folder.FullName, "lists"));
            await File.WriteAllTextAsync(genuine.FullName, text + "\n", cancel);
            await File.WriteAllTextAsync(forged.FullName, text[..^3] + (text[^3] == '0' ? '1' : '0') + text[^2..], cancel);
            await Pass.Lists(whole.System, lists, cancel);

            Assert.Equal(0, await Pass.Verify(genuine, lists, cancel));
            Assert.Equal(1, await Pass.Verify(forged, lists, cancel));

            // The same of the answer by which another country's office is told of this cover.
            var day = new Date { Year = 2025, Month = 4, Day = 1 };
            var answer = (await new Coverage.CoverageClient(whole.Offices.To("SocialSecurity", Account.SocialSecurity("LA"), "social-security")).ConfirmCoverageAsync(new() { WorkerNumber = worker, Country = "TH", Day = day }, cancellationToken: cancel)).Text;
            await File.WriteAllTextAsync(genuine.FullName, answer + "\n", cancel);
            await File.WriteAllTextAsync(forged.FullName, answer[..^3] + (answer[^3] == '0' ? '1' : '0') + answer[^2..], cancel);
            Assert.Equal(0, await Pass.Verify(genuine, lists, cancel));
            Assert.Equal(1, await Pass.Verify(forged, lists, cancel));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    async Task Paid(string worker, string account, CancellationToken cancel)
    {
        var home = new Portability.PortabilityClient(whole.Offices.To("SocialSecurity", account, "own-record"));
        var asked = await home.RequestPaymentAsync(new() { RequestId = Given.NewId(), WorkerNumber = worker, SchemeId = "TH-SSF-33", Benefit = ExitBenefit.Refund, PayIn = "LA" }, cancellationToken: cancel);
        await _thai.AnswerPaymentAsync(new() { RequestId = Given.NewId(), PaymentId = asked.PaymentId, State = PaymentState.Refused, Reply = "Due at 55; the months stay on record." }, cancellationToken: cancel);

        Assert.Equal(PaymentState.Refused, Assert.Single((await home.ListPaymentsAsync(new() { WorkerNumber = worker }, cancellationToken: cancel)).Payments).State);
        var journeys = new Registry.V1.Journeys.JourneysClient(whole.Offices.To("Registry", Account.Ministry("LA"), "departure-clearance"));
        await Given.Until(async () => (await journeys.GetJourneyAsync(new() { WorkerNumber = worker }, cancellationToken: cancel)).Entries.Any(e => e.Name == "gms.social-security.payment-answered:1"), "the answer on the timeline", cancel);
    }
}
