using Gms.Events.Recruitment;
using Gms.Platform;
using Gms.Recruitment.Complaints;
using Gms.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Complaints;

/// <summary>Complaints that the registry opens by itself.</summary>
public sealed class OwnComplaintsTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    static readonly Who CivilSociety = Who.Is(Role.CivilSocietyOfficer, "TH");

    async Task Paid(string contract, Proto.Payee payee = Proto.Payee.Employer, long amount = 100_000, DateTimeOffset? at = null)
    {
        var cost = Ask.Cost(contract);
        (cost.Item, cost.Payer, cost.Payee, cost.StatedBy) = ("AGENT_FEE", Proto.Payer.Worker, payee, Proto.StatedBy.Worker);
        cost.Amount.Minor = amount;
        var id = Guid.Parse((await new Proto.Costs.CostsClient(host.As(CivilSociety, "recruitment", at ?? RecruitmentHost.Now)).RecordCostAsync(cost)).CostId);
        await Told(id);
    }

    /// <summary>The event as the broker would bring it.</summary>
    async Task Told(Guid cost)
    {
        var line = await host.Db(db => db.Costs.SingleAsync(c => c.Id == cost));
        await host.Deliver<CostRecorded, OnCostRecorded>(new()
        {
            EventId = Guid.CreateVersion7(),
            OccurredAt = line.RecordedAt,
            SubjectId = cost.ToString(),
            SubjectVersion = 1,
            WorkerNumber = line.WorkerNumber,
            Country = line.Country,
            ContractId = line.ContractId,
            CostId = cost,
            Item = line.Item,
        });
    }

    Task<List<Complaint>> Opened(string contract) => host.Db(db => db.Complaints.AsNoTracking().Where(c => c.ContractId == Guid.Parse(contract)).OrderBy(c => c.Id).ToListAsync());

    [Fact]
    public async Task A_fee_over_the_national_limit_opens_one_complaint_of_which_the_helper_is_a_party()
    {
        var (agency, worker, contract) = await host.Contract();
        await host.Declarations(CivilSociety).RecordStatementAsync(Ask.Statement(contract));

        await Paid(contract, Proto.Payee.DestinationAgency);
        await Paid(contract, Proto.Payee.DestinationAgency, 200_000);

        var complaint = Assert.Single(await Opened(contract));
        Assert.Equal((ComplaintCategory.Costs, ComplaintTeller.Registry, "COSTS_OVER_CAP", agency, true), (complaint.Category, complaint.ToldBy, complaint.Cause, complaint.AgencyId, complaint.NameWithheld));
        Assert.Equal("RECEIPT", complaint.Evidence[0].Kind);
        Assert.Single((await new Complaining(host).As(CivilSociety).ListComplaintsAsync(new() { WorkerNumber = worker })).Complaints);
    }

    [Fact]
    public async Task What_was_looked_at_before_is_not_complained_of_again_with_the_next_line_but_a_new_fee_is()
    {
        var (_, _, contract) = await host.Contract();
        await host.Declarations(CivilSociety).RecordStatementAsync(Ask.Statement(contract));
        await Paid(contract, Proto.Payee.DestinationAgency);
        var first = Assert.Single(await Opened(contract));
        await new Complaining(host, RecruitmentHost.Now.AddHours(1)).As(CivilSociety).WithdrawComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = first.Id.ToString() });
        var visa = Ask.Cost(contract);
        visa.Item = "VISA";

        await Told(Guid.Parse((await host.Costs().RecordCostAsync(visa)).CostId));
        Assert.Single(await Opened(contract));

        await Paid(contract, Proto.Payee.DestinationAgency, 200_000, DateTimeOffset.UtcNow.AddMinutes(1));    // the event before was handled by the real clock
        Assert.Equal(2, (await Opened(contract)).Count);
    }

    [Fact]
    public async Task A_fee_that_the_employer_bore_opens_none()
    {
        var (_, _, contract) = await host.Contract();
        var cost = Ask.Cost(contract);
        (cost.Item, cost.Payee) = ("AGENT_FEE", Proto.Payee.DestinationAgency);

        await Told(Guid.Parse((await host.Costs().RecordCostAsync(cost)).CostId));

        Assert.Empty(await Opened(contract));
    }

    [Fact]
    public async Task Papers_that_are_held_open_an_urgent_one_with_the_statement_and_a_second_statement_opens_no_other()
    {
        var (_, _, contract) = await host.Contract();
        var held = ("HOLDS_OWN_PAPERS", Proto.StatementAnswer.No);

        var statement = (await host.Declarations(CivilSociety).RecordStatementAsync(Ask.Statement(contract, held))).StatementId;
        await host.Declarations(CivilSociety).RecordStatementAsync(Ask.Statement(contract, held));

        var complaint = Assert.Single(await Opened(contract));
        Assert.Equal((ComplaintCategory.PapersHeld, ComplaintUrgency.Urgent, CivilSociety.Organisation), (complaint.Category, complaint.Urgency, complaint.Organisation));
        Assert.Equal(new Evidence("STATEMENT", statement, null), Assert.Single(complaint.Evidence));
    }

    [Fact]
    public async Task When_the_first_is_over_a_new_statement_opens_a_new_one()
    {
        var (_, _, contract) = await host.Contract();
        var held = ("HOLDS_OWN_PAPERS", Proto.StatementAnswer.No);
        await host.Declarations(CivilSociety).RecordStatementAsync(Ask.Statement(contract, held));
        var first = Assert.Single(await Opened(contract));
        await new Complaining(host).As(CivilSociety).WithdrawComplaintAsync(new() { RequestId = Ask.NewId(), ComplaintId = first.Id.ToString() });

        await host.Declarations(CivilSociety).RecordStatementAsync(Ask.Statement(contract, held));

        Assert.Equal(2, (await Opened(contract)).Count);
    }
}
