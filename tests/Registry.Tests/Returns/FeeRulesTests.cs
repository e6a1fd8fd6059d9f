using Gms.Recruitment.V1;
using Gms.Registry.Returns;
using Gms.Type.V1;
using Xunit;

namespace Gms.Registry.Tests.Returns;

public sealed class FeeRulesTests
{
    [Fact]
    public void What_is_above_the_law_may_be_had_back_once_by_the_statement_that_tells_most()
    {
        var due = Assert.Single(Of(new() { Limits = { Limit(Payee.OriginAgency, StatedBy.Agency, 180), Limit(Payee.OriginAgency, StatedBy.Worker, 250), Limit(Payee.Broker, StatedBy.Worker, 100, Outcome.Pass) } }));

        Assert.Equal((DueState.Known, "OriginAgency", new(150, "LAK")), (due.State, due.Part, due.Amount!));
        Assert.Equal("Taken by the origin agency, as the worker states: 250 minor units LAK, where the law allows 100 minor units LAK.", due.Text);
    }

    [Fact]
    public void A_limit_that_is_not_verified_gives_no_amount_and_goes_before_no_sure_one()
    {
        var (sure, unsure) = (Limit(Payee.OriginAgency, StatedBy.Worker, 250), Limit(Payee.OriginAgency, StatedBy.Worker, 250));
        (unsure.Limit.Minor, unsure.Source.Confidence) = (50, Confidence.Low);

        var known = Assert.Single(Of(new() { Limits = { unsure, sure } }));
        var unknown = Assert.Single(Of(new() { Limits = { unsure } }));

        Assert.Equal((DueState.Known, new(150, "LAK")), (known.State, known.Amount!));
        Assert.Equal((DueState.Unknown, "OriginAgency", null), (unknown.State, unknown.Part, unknown.Amount));
    }

    [Fact]
    public void Each_who_took_too_much_is_a_line() =>
        Assert.Equal(["OriginAgency", "Broker"], Of(new() { Limits = { Limit(Payee.Broker, StatedBy.Worker, 101), Limit(Payee.OriginAgency, StatedBy.Worker, 101) } }).Select(d => d.Part));

    [Fact]
    public void A_bribe_is_had_back_and_not_twice_where_a_limit_counts_it()
    {
        var due = Assert.Single(Of(new() { Current = { Line("BRIBE", "C", 70), Line("BRIBE", "C", 60, StatedBy.Officer), Line("VISA", "B", 30), Line("BRIBE", "C", 90, payer: Payer.Employer) } }));
        Assert.Equal((DueState.Known, "BRIBE LAK", new(70, "LAK")), (due.State, due.Part, due.Amount!));

        var limit = Limit(Payee.Broker, StatedBy.Worker, 170);
        limit.Costs.Add("BRIBE Worker");
        Assert.Equal("Broker", Assert.Single(Of(new() { Limits = { limit }, Current = { Line("BRIBE", "C", 70) } })).Part);
    }

    [Fact]
    public void What_a_worker_bore_within_the_law_is_unknown_and_so_is_what_nobody_recorded()
    {
        var borne = Assert.Single(Of(new() { Borne = { new BorneByWorker { StatedBy = StatedBy.Worker, Amount = new() { Minor = 90, Currency = "LAK" } } }, Limits = { Limit(Payee.OriginAgency, StatedBy.Worker, 90, Outcome.Pass) } }));
        Assert.Equal((DueState.Unknown, null), (borne.State, borne.Amount));

        Assert.Equal(DueState.Unknown, Assert.Single(Of(new())).State);
        Assert.Equal(DueState.Unknown, Assert.Single(Of(new() { Current = { new CostLine { Item = "AGENT_FEE", NothingPaid = true, StatedBy = StatedBy.Agency } } })).State);
    }

    [Fact]
    public void Costs_that_were_not_answered_are_not_nothing() => Assert.Equal(DueState.PartDidNotAnswer, Assert.Single(Of(null)).State);

    static IReadOnlyList<Due> Of(ReviewCostsResponse? costs) => FeeRules.Of(new(new() { ContractId = "11111111-1111-7111-8111-111111111111" }, null, costs));

    static CostLimit Limit(Payee payee, StatedBy by, long paid, Outcome outcome = Outcome.Fail) => new()
    {
        Payee = payee, StatedBy = by, Limit = new() { Minor = 100, Currency = "LAK" }, Paid = new() { Minor = paid, Currency = "LAK" }, Outcome = outcome, Source = new() { Text = "the decree" },
    };

    static CostLine Line(string item, string part, long minor, StatedBy by = StatedBy.Worker, Payer payer = Payer.Worker) =>
        new() { CostId = $"{item} {by}", Item = item, IloPart = part, Payer = payer, StatedBy = by, Amount = new() { Minor = minor, Currency = "LAK" } };
}
