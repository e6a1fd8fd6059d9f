using Gms.Platform;
using Gms.Recruitment.Costs;
using Gms.Testing;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Xunit;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Tests.Costs;

public sealed class CostRulesTests
{
    static readonly Caller Officer = new() { Account = "o", Country = "LA", Roles = new HashSet<string>() };
    static readonly Caller Agency = Officer with { Agency = A.AgencyId };
    static readonly Caller Worker = Officer with { Country = null, Worker = "LA-7KQ2-M9XD-R" };

    [Fact]
    public void A_payment_of_today_is_recorded_one_of_tomorrow_is_not()
    {
        Assert.Empty(Broken(A.Cost(paidOn: A.Today), Officer));
        Assert.Equal(["COST_PAID_IN_FUTURE"], Broken(A.Cost(paidOn: A.Today.AddDays(1)), Officer));
    }

    [Fact]
    public void Nothing_is_no_payment() => Assert.Equal(["COST_AMOUNT_ZERO"], Broken(A.Cost(amount: 0), Officer));

    [Fact]
    public void Worker_and_agency_state_their_own_an_officer_states_what_a_party_said()
    {
        Assert.Empty(Broken(A.Cost(statedBy: StatedBy.Worker), Worker));
        Assert.Equal(["COST_STATED_FOR_OTHERS"], Broken(A.Cost(statedBy: StatedBy.Agency), Worker));
        Assert.Empty(Broken(A.Cost(statedBy: StatedBy.Agency), Agency));
        Assert.Equal(["COST_STATED_FOR_OTHERS"], Broken(A.Cost(statedBy: StatedBy.Worker), Agency));
        Assert.All(Enum.GetValues<StatedBy>(), party => Assert.Empty(Broken(A.Cost(statedBy: party), Officer)));
    }

    static IEnumerable<string> Broken(CostLine cost, Caller caller) => CostRules.ToRecord(cost, caller, A.Today).Select(p => p.Code);
}

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
}
