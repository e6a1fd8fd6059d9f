using Gms.Platform;
using Gms.Testing;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Complaints;

/// <summary>A complaint about the fee of a Lao agency, taken as far as a test wants it.</summary>
sealed class Complaining(RecruitmentHost host, DateTimeOffset? start = null)
{
    public static readonly Who Inspector = Who.Is(Role.Inspector, "LA"), Colleague = Inspector with { Account = "another-inspector@LA" }, CivilSociety = Who.Is(Role.CivilSocietyOfficer, "TH");

    public DateTimeOffset Now { get; private set; } = start ?? RecruitmentHost.Now;

    public Guid Agency { get; private set; }

    public string Worker { get; private set; } = "";

    public string Contract { get; private set; } = "";

    public string Id { get; private set; } = "";

    public Who AgencyOfficer => Who.AgencyOfficer(Agency, "LA");

    public Who TheWorker => Who.TheWorker(Worker);

    public Proto.Complaints.ComplaintsClient As(Who who) => new(host.As(who, who.Worker is null ? "complaint" : "own-record", Now));

    public void Later(int days) => Now = Now.AddDays(days);

    public async Task<Complaining> Opened(bool withheld = false, Who? by = null, Proto.ComplaintUrgency urgency = Proto.ComplaintUrgency.Normal)
    {
        (Agency, Worker, Contract) = await host.Contract();
        var who = by ?? TheWorker;
        Id = (await As(who).OpenComplaintAsync(new()
        {
            RequestId = Ask.NewId(),
            WorkerNumber = Worker,
            ContractId = Contract,
            Category = Proto.ComplaintCategory.Costs,
            Urgency = urgency,
            ToldBy = who.Worker is not null ? Proto.ComplaintTeller.Worker : who.Roles.Contains(Role.CivilSocietyOfficer) ? Proto.ComplaintTeller.CivilSociety : Proto.ComplaintTeller.Officer,
            Subject = "The agency took a fee.",
            NameWithheld = withheld,
        })).ComplaintId;
        return this;
    }

    public async Task<Complaining> Asked()
    {
        await As(Inspector).PutToAgencyAsync(new() { RequestId = Ask.NewId(), ComplaintId = Id, Question = "A fee is said to have been taken. What for?" });
        return this;
    }

    public async Task<Complaining> Answered()
    {
        await As(AgencyOfficer).AnswerComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = Id, Answer = "It was for a passport." });
        return this;
    }

    public async Task<Complaining> Upheld(long amount = 500_000)
    {
        await As(Inspector).DecideComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = Id, Finding = Proto.ComplaintFinding.Upheld, Reason = "No fee is allowed.", Remedy = Proto.ComplaintRemedy.Repayment, Amount = Lak(amount) });
        return this;
    }

    public Proto.RecordRemedyRequest Paid(long amount, string currency = "LAK") => new()
    {
        RequestId = Ask.NewId(),
        ComplaintId = Id,
        Amount = new() { Minor = amount, Currency = currency },
        DoneOn = DateOnly.FromDateTime(Now.UtcDateTime).ToProto(),
        EvidenceReference = "R-88",
    };

    public async Task<Complaining> Remedied(long amount = 500_000)
    {
        await As(TheWorker).RecordRemedyAsync(Paid(amount));
        return this;
    }

    public Task<Proto.GetComplaintResponse> Seen(Who? who = null) => As(who ?? Inspector).GetComplaintAsync(new() { ComplaintId = Id }).ResponseAsync;

    public static Gms.Type.V1.Money Lak(long minor) => new() { Minor = minor, Currency = "LAK" };
}
