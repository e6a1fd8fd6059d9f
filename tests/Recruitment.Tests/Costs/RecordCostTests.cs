using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Costs;

public sealed class RecordCostTests(RecruitmentHost host) : IClassFixture<RecruitmentHost>
{
    [Fact]
    public async Task A_payment_is_recorded_listed_and_told_without_its_amount()
    {
        var (agency, worker, contract) = await host.Contract();

        var cost = (await host.Costs().RecordCostAsync(Ask.Cost(contract))).CostId;

        var line = Assert.Single((await host.Costs(Who.TheWorker(worker)).ListCostsAsync(new() { ContractId = contract })).Costs);
        Assert.Equal((cost, "B", 150_000L, "R-17", Proto.Payer.Employer), (line.CostId, line.IloPart, line.Amount.Minor, line.ReceiptReference, line.Payer));
        var happened = Assert.Single(await host.Db(db => db.Outbox.Where(e => e.SubjectId == cost).ToListAsync()));
        Assert.Equal("gms.recruitment.cost-recorded:1", happened.Name);
        Assert.DoesNotContain("150000", happened.Body, StringComparison.Ordinal);
        Assert.Single((await host.Costs(Who.AgencyOfficer(agency, "LA")).ListCostsAsync(new() { ContractId = contract })).Costs);
    }

    [Theory]
    [InlineData(-1, "THB")]
    [InlineData(100, "BTC")]
    [InlineData(long.MaxValue, "THB")]
    public async Task What_is_no_amount_of_money_is_refused(long minor, string currency)
    {
        var (_, _, contract) = await host.Contract();
        var request = Ask.Cost(contract);
        request.Amount = new() { Minor = minor, Currency = currency };

        Assert.Equal(["amount"], await Refused.Fields(StatusCode.InvalidArgument, () => host.Costs().RecordCostAsync(request)));
    }

    [Fact]
    public async Task An_item_outside_the_definition_is_refused_and_so_is_another_agency_s_worker()
    {
        var (_, _, contract) = await host.Contract();
        var (other, _) = await host.LicensedAgency();
        var request = Ask.Cost(contract);
        Assert.Equal(["CONTRACT_NOT_FOUND"], await Refused.Codes(StatusCode.NotFound, () => host.Costs(Who.AgencyOfficer(other, "LA")).RecordCostAsync(request)));

        request.Item = "TEA_MONEY";
        Assert.Equal(["item"], await Refused.Fields(StatusCode.InvalidArgument, () => host.Costs().RecordCostAsync(request)));
    }

    [Fact]
    public async Task A_correction_stands_in_the_place_of_the_line_that_was_wrong_and_both_are_kept()
    {
        var (_, _, contract) = await host.Contract();
        var wrong = (await host.Costs().RecordCostAsync(Ask.Cost(contract))).CostId;
        var right = Ask.Cost(contract);
        (right.Amount.Minor, right.Replaces, right.CorrectionReason) = (15_000, wrong, "A zero too many.");

        var cost = (await host.Costs().RecordCostAsync(right)).CostId;

        Assert.Equal([wrong, cost], (await host.Costs().ListCostsAsync(new() { ContractId = contract })).Costs.Select(c => c.CostId));
        var review = await host.Costs().ReviewCostsAsync(new() { ContractId = contract });
        Assert.Equal((cost, 1), (Assert.Single(review.Current).CostId, review.Replaced));
        var again = right.Clone();
        again.RequestId = Ask.NewId();
        Assert.Equal(["COST_REPLACED_ALREADY"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Costs().RecordCostAsync(again)));
        again.Replaces = Ask.NewId();
        Assert.Equal(["COST_REPLACED_NOT_FOUND"], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Costs().RecordCostAsync(again)));
    }

    [Fact]
    public async Task Two_corrections_of_one_line_at_once_leave_one()
    {
        var (_, _, contract) = await host.Contract();
        var wrong = (await host.Costs().RecordCostAsync(Ask.Cost(contract))).CostId;

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            var right = Ask.Cost(contract);
            (right.Amount.Minor, right.Replaces, right.CorrectionReason) = (1_000 + i, wrong, "Misread.");
            try
            {
                await host.Costs().RecordCostAsync(right);
                return "";
            }
            catch (RpcException refused)
            {
                return refused.Problems().Single().Code;
            }
        }));

        Assert.Single(outcomes, o => o.Length == 0);
        Assert.All(outcomes.Where(o => o.Length > 0), o => Assert.Equal("COST_REPLACED_ALREADY", o));
        Assert.Equal(2, (await host.Costs().ListCostsAsync(new() { ContractId = contract })).Costs.Count);
    }

    [Fact]
    public async Task What_worker_and_agency_state_otherwise_of_one_item_is_shown_and_not_resolved()
    {
        var (agency, worker, contract) = await host.Contract();
        var said = Ask.Cost(contract);
        (said.Item, said.Payer, said.Payee, said.StatedBy) = ("AGENT_FEE", Proto.Payer.Worker, Proto.Payee.OriginAgency, Proto.StatedBy.Worker);
        await new Proto.Costs.CostsClient(host.As(Who.TheWorker(worker), "own-record", RecruitmentHost.Now)).RecordCostAsync(said);
        var denied = said.Clone();
        (denied.RequestId, denied.StatedBy, denied.NothingPaid, denied.Amount) = (Ask.NewId(), Proto.StatedBy.Agency, true, null);
        await host.Costs(Who.AgencyOfficer(agency, "LA")).RecordCostAsync(denied);

        var review = await host.Costs().ReviewCostsAsync(new() { ContractId = contract });

        var contradiction = Assert.Single(review.Contradictions);
        Assert.Equal(("AGENT_FEE", Proto.ContradictionKind.Paid, Proto.StatedBy.Worker, Proto.StatedBy.Agency), (contradiction.Item, contradiction.Kind, contradiction.OneStatedBy, contradiction.OtherStatedBy));
        Assert.Equal(150_000, Assert.Single(review.Borne).Amount.Minor);
        Assert.Equal(Gms.Type.V1.Outcome.Unknown, Assert.Single(review.Limits).Outcome);
        Assert.Equal("FR04", review.IloStandard.Rule);
    }

    [Fact]
    public async Task Bad_input_is_refused_by_its_field_and_nothing_is_written()
    {
        var (_, _, contract) = await host.Contract();
        foreach (var (change, code) in new (Action<Proto.RecordCostRequest>, string)[]
        {
            (r => r.PaidOn = Ask.Day(2019, 1, 1), "COST_PAID_TOO_EARLY"),
            (r => r.PaidOn = Ask.Day(2026, 11, 23), "COST_PAID_IN_FUTURE"),
            (r => r.NothingPaid = true, "COST_NOTHING_AND_AMOUNT"),
            (r => r.Amount.Minor = 0, "COST_AMOUNT_ZERO"),
            (r => r.Equivalent = new() { Minor = 5, Currency = "THB" }, "COST_EQUIVALENT_CURRENCY"),
            (r => (r.Amount.Currency, r.Equivalent) = ("LAK", new() { Minor = 5, Currency = "USD" }), "COST_EQUIVALENT_CURRENCY"),
        })
        {
            var request = Ask.Cost(contract);
            change(request);
            Assert.Equal([code], await Refused.Codes(StatusCode.FailedPrecondition, () => host.Costs().RecordCostAsync(request)));
        }
        Assert.Empty((await host.Costs().ListCostsAsync(new() { ContractId = contract })).Costs);
    }
}
