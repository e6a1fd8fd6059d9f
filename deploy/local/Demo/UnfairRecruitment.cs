using Gms.Recruitment.V1;
using Gms.Registry.V1;
using Gms.Type.V1;

namespace Gms.Local.Demo;

/// <summary>
/// A Lao garment worker pays a fee that the law of the country of work forbids, tells it to a civil-society organisation, and has the money back: the
/// complaint opens by itself, the agency answers late, the clock puts that before the next office, and the complaint ends within its days.
/// </summary>
/// <remarks>It begins two weeks ago and ends now: the clock that escalates is the real one.</remarks>
public sealed class UnfairRecruitment(Offices offices) : Journey(offices, DateTimeOffset.UtcNow.AddDays(-14))
{
    /// <summary>In satang: 15,000 baht.</summary>
    const long Fee = 1_500_000;

    public override string Name => "Lao garment worker who paid a forbidden fee";

    protected override async Task Live(CancellationToken cancel)
    {
        WorkerNumber = (await new Workers.WorkersClient(As(Account.Ministry("LA"), "Registry", "enrolment")).EnrolWorkerAsync(new()
        {
            RequestId = NewId(),
            Country = "LA",
            Names = { new PersonName { Full = $"Demonstration {MadeUp("bdfgklmnpstv")}" }, new PersonName { Full = MadeUp("ກຂງຈດຕນບປມລວສ"), Script = "Laoo" } },
            BirthDate = SomeMonth(),
            Sex = Sex.Female,
            Nationality = "LA",
            Province = "LA-SV",
            Document = new() { Kind = "PASSPORT", Issuer = "LA", Number = "DEMO" + NewId()[..8], ValidUntil = new() { Year = 2034, Month = 6, Day = 30 } },
        }, cancellationToken: cancel)).WorkerNumber;
        var agency = As(Account.Agency("LA"), "Recruitment", "recruitment");
        var registered = await new Contracts.ContractsClient(agency).RegisterContractAsync(FairRecruitment.GarmentContract(WorkerNumber, Day(Now), Day(Now.AddDays(45))), cancellationToken: cancel);
        var contract = registered.ContractId;
        await FairRecruitment.Sign(agency, registered, Day(Now), cancel);
        Expect("gms.registry.worker-enrolled:1", "gms.recruitment.contract-registered:1", "gms.recruitment.contract-signed:1", "gms.recruitment.contract-signed:1");

        Later(2);
        await Stated(contract, cancel);
        var complaint = await OpenedByItself(contract, cancel);
        await AnsweredLate(complaint, cancel);
        await PaidBack(complaint, cancel);
        await PapersBack(contract, cancel);
        await Judged(contract, cancel);
        await AgencyJudged(cancel);
    }

    /// <summary>What whoever looks at the agency today is told.</summary>
    async Task AgencyJudged(CancellationToken cancel)
    {
        var verdict = await new Compliance.ComplianceClient(As(Account.Ministry("LA"), "Recruitment", "recruitment-verification"))
            .VerifyAgencyAsync(new() { AgencyId = DemonstrationData.LaoAgency, PartnerCountry = "TH" }, cancellationToken: cancel);
        Note($"Verdict on the agency: {verdict.Counts.Pass} pass, {verdict.Counts.Fail} fail, {verdict.Counts.Unknown} unknown, {verdict.Counts.NotApplicable} not applicable");
        foreach (var check in verdict.Checks.Where(c => c.Outcome == Outcome.Fail))
            Note($"  {check.Code} {check.Outcome}: {check.Message}");
    }

    /// <summary>Without the agency, in her own language: she has her papers, and paid a fee.</summary>
    async Task Stated(string contract, CancellationToken cancel)
    {
        var civilSociety = As(Account.CivilSociety("TH"), "Recruitment", "recruitment-verification");
        var questions = await new Declarations.DeclarationsClient(civilSociety).ListQuestionsAsync(new() { Language = "lo" }, cancellationToken: cancel);
        await new Declarations.DeclarationsClient(civilSociety).RecordStatementAsync(new()
        {
            RequestId = NewId(),
            ContractId = contract,
            DeclaredOn = Day(Now),
            Languages = { "lo" },
            Questionnaire = questions.Questionnaire,
            Answers = { questions.Questions.Select(q => new StatementItem { Item = q.Item, Answer = q.Item == "PAID_FEE" ? StatementAnswer.Yes : q.GoodAnswer }) },
        }, cancellationToken: cancel);
        await new Costs.CostsClient(As(Account.CivilSociety("TH"), "Recruitment", "recruitment-verification")).RecordCostAsync(new()
        {
            RequestId = NewId(),
            ContractId = contract,
            Item = "AGENT_FEE",
            Payer = Payer.Worker,
            Payee = Payee.DestinationAgency,
            Amount = new() { Minor = Fee, Currency = "THB" },
            PaidOn = Day(Now.AddDays(-2)),
            ReceiptReference = "DEMO-FEE",
            StatedBy = StatedBy.Worker,
        }, cancellationToken: cancel);
        Expect("gms.recruitment.declaration-recorded:1", "gms.recruitment.cost-recorded:1");
    }

    async Task<string> OpenedByItself(string contract, CancellationToken cancel)
    {
        Complaint? opened = null;
        await Wait.For(async _ =>
        {
            var mine = await Complaints(Account.CivilSociety("TH")).ListComplaintsAsync(new() { WorkerNumber = WorkerNumber }, cancellationToken: cancel);
            return (opened = mine.Complaints.SingleOrDefault(c => c.ContractId == contract)) is not null;
        }, TimeSpan.FromMinutes(1), cancel);
        Note($"Complaint opened by itself: {opened?.Category}, {opened?.Subject}");
        Expect("gms.recruitment.complaint-opened:1");
        return opened?.ComplaintId ?? throw new CannotGoOnException("No complaint was opened for a fee over the national limit.");
    }

    async Task AnsweredLate(string complaint, CancellationToken cancel)
    {
        Later(1);
        var asked = await Complaints(Account.Ministry("LA")).PutToAgencyAsync(new() { RequestId = NewId(), ComplaintId = complaint, Question = "A worker is said to have paid a fee in Thailand. For what, and by whose order?" }, cancellationToken: cancel);
        var escalated = false;
        await Wait.For(async _ => escalated = (await Complaints(Account.Ministry("LA")).GetComplaintAsync(new() { ComplaintId = complaint }, cancellationToken: cancel)).Complaint.Escalation > 0, TimeSpan.FromMinutes(1), cancel);
        if (!escalated)
            throw new CannotGoOnException("The answer is late and nobody was told.");

        GoTo(DateTimeOffset.UtcNow);
        var agency = Complaints(Account.Agency("LA"));
        var told = (await agency.ListAgencyComplaintsAsync(new() { AgencyId = DemonstrationData.LaoAgency, PageSize = 200 }, cancellationToken: cancel)).Complaints.SingleOrDefault(c => c.ComplaintId == complaint);
        Note($"The agency sees the complaint{(told?.WorkerNumber is { Length: 0 } ? ", not whose it is" : "")}");
        var answered = await agency.AnswerComplaintAsync(new() { RequestId = NewId(), ComplaintId = complaint, Answer = "Our partner took it. We did not know." }, cancellationToken: cancel);
        Note($"The agency had until {Written(asked.AnswerDueOn)} to answer; escalated by the clock; answered {(answered.Late ? "late" : "in time")}");
        Expect("gms.recruitment.complaint-put-to-agency:1", "gms.recruitment.complaint-escalated:1", "gms.recruitment.complaint-answered:1");
    }

    async Task PaidBack(string complaint, CancellationToken cancel)
    {
        var ministry = Complaints(Account.Ministry("LA"));
        await ministry.DecideComplaintAsync(new()
        {
            RequestId = NewId(),
            ComplaintId = complaint,
            Finding = ComplaintFinding.Upheld,
            Reason = "No fee may be taken from the worker; the agency answers for its partner.",
            Remedy = ComplaintRemedy.Repayment,
            Amount = new() { Minor = Fee, Currency = "THB" },
        }, cancellationToken: cancel);
        var paid = await Complaints(Account.CivilSociety("TH")).RecordRemedyAsync(new()
        {
            RequestId = NewId(),
            ComplaintId = complaint,
            Amount = new() { Minor = Fee, Currency = "THB" },
            DoneOn = Day(Now),
            EvidenceReference = "DEMO-REPAID",
        }, cancellationToken: cancel);
        var closed = await ministry.CloseComplaintAsync(new() { RequestId = NewId(), ComplaintId = complaint, Reason = "The worker has the money back." }, cancellationToken: cancel);
        Expect("gms.recruitment.complaint-decided:1", "gms.recruitment.complaint-remedied:1", "gms.recruitment.complaint-closed:1");

        var seen = await ministry.GetComplaintAsync(new() { ComplaintId = complaint }, cancellationToken: cancel);
        Note($"Upheld: {Fee / 100m:#,0} THB to be paid back, {paid.StillOwed.Minor / 100m:#,0} THB still owed");
        foreach (var entry in seen.Entries)
            Note($"  {entry.At.ToDateTime():yyyy-MM-dd} {entry.Kind} by {entry.Side}{(entry.WasDueOn is { } due ? $", due {Written(due)}, {(entry.Late ? "late" : "in time")}" : "")}");
        Note($"Complaint {closed.State}, {(closed.InTime ? "within" : "after")} the day by which the whole of it should be over, {Written(seen.Complaint.CloseBy)}");
    }

    /// <summary>A second complaint, about the paper on which her contract is written: each step within its days.</summary>
    async Task PapersBack(string contract, CancellationToken cancel)
    {
        var (civilSociety, ministry) = (Complaints(Account.CivilSociety("TH")), Complaints(Account.Ministry("LA")));
        var complaint = (await civilSociety.OpenComplaintAsync(new()
        {
            RequestId = NewId(),
            WorkerNumber = WorkerNumber,
            ContractId = contract,
            Category = ComplaintCategory.PapersHeld,
            Urgency = ComplaintUrgency.Normal,
            ToldBy = ComplaintTeller.CivilSociety,
            Subject = "The agency keeps her copy of the contract.",
        }, cancellationToken: cancel)).ComplaintId;
        await ministry.PutToAgencyAsync(new() { RequestId = NewId(), ComplaintId = complaint, Question = "Why has the worker no copy of her contract?" }, cancellationToken: cancel);
        await Complaints(Account.Agency("LA")).AnswerComplaintAsync(new() { RequestId = NewId(), ComplaintId = complaint, Answer = "It was not sent. It goes out today." }, cancellationToken: cancel);
        await ministry.DecideComplaintAsync(new() { RequestId = NewId(), ComplaintId = complaint, Finding = ComplaintFinding.Upheld, Reason = "The copy is the worker's.", Remedy = ComplaintRemedy.PapersBack }, cancellationToken: cancel);
        await civilSociety.RecordRemedyAsync(new() { RequestId = NewId(), ComplaintId = complaint, DoneOn = Day(Now), EvidenceReference = "DEMO-COPY" }, cancellationToken: cancel);
        var closed = await ministry.CloseComplaintAsync(new() { RequestId = NewId(), ComplaintId = complaint, Reason = "The worker has her copy." }, cancellationToken: cancel);
        Expect("gms.recruitment.complaint-opened:1", "gms.recruitment.complaint-put-to-agency:1", "gms.recruitment.complaint-answered:1", "gms.recruitment.complaint-decided:1", "gms.recruitment.complaint-remedied:1", "gms.recruitment.complaint-closed:1");

        var seen = await ministry.GetComplaintAsync(new() { ComplaintId = complaint }, cancellationToken: cancel);
        Note($"A second complaint, {seen.Complaint.Category}: {seen.Entries.Count} entries, {seen.Entries.Count(e => e.Late)} of them late; {closed.State} {(closed.InTime ? "within" : "after")} its days");
    }

    Complaints.ComplaintsClient Complaints(string account) => new(As(account, "Recruitment", "complaint"));

    static string Written(Date day) => $"{day.Year:0000}-{day.Month:00}-{day.Day:00}";
}
