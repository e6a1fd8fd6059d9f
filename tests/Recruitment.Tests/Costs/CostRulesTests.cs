using Gms.Platform;
using Gms.Recruitment.Costs;
using Xunit;

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

    [Theory]
    [InlineData(2023, 12, 10, "")]
    [InlineData(2023, 12, 9, "COST_PAID_TOO_EARLY")]
    public void A_payment_three_years_before_the_work_was_for_another(int year, int month, int day, string code) =>
        Assert.Equal(code, string.Join(' ', Broken(A.Cost(paidOn: new(year, month, day)), Officer)));

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

    [Fact]
    public void What_the_worker_recorded_in_person_nobody_else_replaces()
    {
        var own = A.Line(1, A.Cost(), byWorker: true);

        Assert.Empty(Broken(A.Line(2, A.Cost(), replaces: 1), Worker, own));
        Assert.Equal(["COST_REPLACED_BY_OTHER"], Broken(A.Line(2, A.Cost(), replaces: 1), Officer, own));
    }

    [Fact]
    public void A_party_corrects_its_own_statement_only()
    {
        var line = A.Line(1, A.Cost());

        Assert.Empty(Broken(A.Line(2, A.Cost(), replaces: 1), Officer, line));
        Assert.Equal(["COST_REPLACED_BY_OTHER"], Broken(A.Line(2, A.Cost(statedBy: StatedBy.Agency), replaces: 1), Officer, line));
        Assert.Equal(["COST_REPLACED_NOT_FOUND"], Broken(A.Line(2, A.Cost(), replaces: 3), Officer, line));
        Assert.Equal(["COST_REPLACED_ALREADY"], Broken(A.Line(3, A.Cost(), replaces: 1), Officer, line, A.Line(2, A.Cost(), replaces: 1)));
    }

    static IEnumerable<string> Broken(CostLine cost, Caller caller, params CostLine[] lines) => CostRules.ToRecord(cost, new(new(2026, 12, 10), "THB", lines), caller, A.Today).Select(p => p.Code);
}

public sealed class CostStatementsTests
{
    [Fact]
    public void A_line_that_was_replaced_no_longer_counts_and_neither_does_a_correction_that_was_corrected() =>
        Assert.Equal([A.IdOf(3)], CostStatements.Current([A.Line(1, A.Cost()), A.Line(2, A.Cost(), replaces: 1), A.Line(3, A.Cost(), replaces: 2)]).Select(l => l.Id));

    [Fact]
    public void Two_parties_contradict_each_other_on_whether_on_who_and_on_how_much()
    {
        var worker = A.Cost(amount: 100);

        Assert.Empty(Between(worker));
        Assert.Empty(Between(worker, A.Cost(amount: 100, statedBy: StatedBy.Agency)));
        Assert.Empty(Between(worker, A.Cost(amount: 60, statedBy: StatedBy.Agency), A.Cost(amount: 40, statedBy: StatedBy.Agency)));
        Assert.Empty(Between(worker, A.Cost("PASSPORT", statedBy: StatedBy.Agency)));
        Assert.Equal([ContradictionKind.Amount], Between(worker, A.Cost(amount: 99, statedBy: StatedBy.Agency)));
        Assert.Equal([ContradictionKind.Amount], Between(worker, A.Cost(amount: 100, currency: "LAK", statedBy: StatedBy.Agency)));
        Assert.Equal([ContradictionKind.Payer], Between(worker, A.Cost(amount: 100, payer: Payer.Employer, statedBy: StatedBy.Employer)));
        Assert.Equal([ContradictionKind.Paid], Between(worker, A.Nothing(statedBy: StatedBy.Agency)));
        Assert.Empty(Between(A.Nothing(), A.Nothing(statedBy: StatedBy.Agency)));
        Assert.Equal(3, Between(worker, A.Cost(amount: 99, statedBy: StatedBy.Agency), A.Nothing(statedBy: StatedBy.Employer)).Count);
    }

    [Fact]
    public void The_worker_s_own_word_on_an_item_goes_before_an_officer_s_and_that_before_the_others()
    {
        Assert.Equal([70], Borne(A.Cost(amount: 70), A.Cost(amount: 90, statedBy: StatedBy.Officer), A.Cost(amount: 100, statedBy: StatedBy.Agency)));
        Assert.Equal([90], Borne(A.Cost(amount: 90, statedBy: StatedBy.Officer), A.Cost(amount: 100, statedBy: StatedBy.Agency)));
        Assert.Equal([100], Borne(A.Cost(amount: 100, statedBy: StatedBy.Agency), A.Cost(amount: 80, statedBy: StatedBy.Employer)));
        Assert.Empty(Borne(A.Nothing(), A.Cost(amount: 100, statedBy: StatedBy.Agency)));
        Assert.Empty(Borne(A.Cost(payer: Payer.Employer)));
    }

    static List<ContradictionKind> Between(params CostLine[] lines) => [.. CostStatements.Contradictions(lines).Select(c => c.Kind)];

    static IEnumerable<long> Borne(params CostLine[] lines) => CostStatements.OfWorker(lines).Select(l => l.Amount.Minor);
}

public sealed class CostLimitsTests
{
    static readonly Gms.Recruitment.Reference.RecruitmentReference Reference = A.Reference;

    [Theory]
    [InlineData(1_300_000, 0, Gms.Type.V1.Outcome.Pass)]
    [InlineData(1_300_001, 0, Gms.Type.V1.Outcome.Fail)]
    [InlineData(1, 1_300_001, Gms.Type.V1.Outcome.Fail)]
    [InlineData(1, 1_300_000, Gms.Type.V1.Outcome.Pass)]
    public void Viet_Nam_lets_a_month_of_wage_be_charged_for_a_year_whatever_the_currency_it_was_paid_in(long amount, long equivalent, Gms.Type.V1.Outcome outcome)
    {
        var contract = A.Contract(A.Text(origin: "VN", ends: new(2027, 12, 9)));
        var cost = equivalent == 0 ? A.Cost(amount: amount) : A.Line(1, A.Cost(amount: amount, currency: "VND"), equivalent: new(equivalent, "THB"));

        var limit = Assert.Single(CostLimits.Of([cost], contract, A.Terms(), Reference));

        Assert.Equal((outcome, new Money(1_300_000, "THB")), (limit.Outcome, limit.Limit));
    }

    [Fact]
    public void In_a_currency_of_which_nobody_stated_the_equivalent_it_is_unknown_unless_the_law_allows_nothing()
    {
        Assert.Equal(Gms.Type.V1.Outcome.Unknown, Assert.Single(CostLimits.Of([A.Cost(currency: "VND")], A.Contract(A.Text(origin: "VN")), A.Terms(), Reference)).Outcome);
        Assert.Equal(Gms.Type.V1.Outcome.Fail, Assert.Single(CostLimits.Of([A.Cost(currency: "USD", payee: Payee.DestinationAgency)], A.Contract(), A.Terms(), Reference)).Outcome);
    }

    [Fact]
    public void The_rule_of_the_day_of_the_payment_counts() =>
        Assert.Null(Assert.Single(CostLimits.Of([A.Cost(payee: Payee.DestinationAgency, paidOn: new(2016, 8, 15))], A.Contract(), A.Terms(), Reference)).Limit);
}
