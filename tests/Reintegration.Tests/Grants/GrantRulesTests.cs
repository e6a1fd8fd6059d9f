using Gms.Reintegration.Cases;
using Gms.Reintegration.Grants;
using Xunit;

namespace Gms.Reintegration.Tests.Grants;

public sealed class GrantRulesTests
{
    [Theory]
    [InlineData(GrantState.Asked, "Approved, Refused")]
    [InlineData(GrantState.Approved, "Refused, Paid")]
    [InlineData(GrantState.Refused, "")]
    [InlineData(GrantState.Paid, "Returned")]
    [InlineData(GrantState.Returned, "")]
    public void A_grant_moves_only_so(GrantState from, string to) =>
        Assert.Equal(to, string.Join(", ", Enum.GetValues<GrantState>().Where(next => from.CanBecome(next))));

    [Theory]
    [InlineData(GrantState.Asked, "")]
    [InlineData(GrantState.Approved, "Asked")]
    [InlineData(GrantState.Refused, "Asked, Approved")]
    [InlineData(GrantState.Paid, "Approved")]
    [InlineData(GrantState.Returned, "Paid")]
    public void A_state_is_reached_only_from_there(GrantState to, string from) =>
        Assert.Equal(from, string.Join(", ", Enum.GetValues<GrantState>().Where(before => before.CanBecome(to))));

    [Fact]
    public void Up_to_the_last_unit_is_asked_and_not_one_more()
    {
        Assert.Empty(GrantRules.ToAsk(A.Case(CaseState.PlanAgreed), new(100, "LAK"), Budget(100)));
        Assert.Equal(["GRANT_OVER_BUDGET"], GrantRules.ToAsk(A.Case(CaseState.PlanAgreed), new(101, "LAK"), Budget(100)).Select(p => p.Code));
    }

    [Fact]
    public void Everything_wrong_is_told_at_once() => Assert.Equal(
        ["CASE_NOT_ASSIGNED", "GRANT_WITHOUT_PLAN", "GRANT_OF_NOTHING", "GRANT_WITHOUT_BUDGET"],
        GrantRules.ToAsk(A.Case(), new(0, "LAK"), null).Select(p => p.Code));

    [Fact]
    public void In_a_closed_case_no_money_is_approved_or_paid_and_it_can_still_be_refused()
    {
        var grant = new Grant { CaseId = Guid.Empty, BudgetId = Guid.Empty, Service = "S09", PurposeEncrypted = [], AmountMinor = 10, Currency = "LAK", AskedOn = A.Today, AskedBy = "counsellor-1" };
        var closed = A.Case(CaseState.Closed);

        Assert.Equal(["CASE_CLOSED"], GrantRules.ToDecide(grant, closed, true, null, "counsellor-2", Budget(100)).Select(p => p.Code));
        Assert.Empty(GrantRules.ToDecide(grant, closed, false, "Closed.", "counsellor-2", Budget(100)));
        grant.Decide(true, null, "counsellor-2", A.Today);
        Assert.Equal(["CASE_CLOSED"], GrantRules.ToPay(grant, closed, A.Today, A.Today).Select(p => p.Code));
        Assert.Empty(GrantRules.ToPay(grant, A.Case(CaseState.PlanAgreed), A.Today, A.Today));
    }

    static GrantBudget Budget(long minor) => new() { Country = "LA", Programme = "LA-RETURN", Office = "office", Year = 2026, Currency = "LAK", AmountMinor = minor };
}
