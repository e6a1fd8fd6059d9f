using Gms.Reintegration.Cases;
using Xunit;

namespace Gms.Reintegration.Tests.Cases;

public sealed class CaseRulesTests
{
    [Theory]
    [InlineData(CaseState.BeforeReturn, "Opened, Assigned, Closed")]
    [InlineData(CaseState.Opened, "Assigned, Closed")]
    [InlineData(CaseState.Assigned, "PlanAgreed, Closed")]
    [InlineData(CaseState.PlanAgreed, "PlanAgreed, Closed")]
    [InlineData(CaseState.Closed, "Opened, Assigned")]
    public void A_case_moves_only_so(CaseState from, string to) =>
        Assert.Equal(to, string.Join(", ", Enum.GetValues<CaseState>().Where(next => from.CanBecome(next))));

    [Theory]
    [InlineData(CaseState.BeforeReturn, "")]
    [InlineData(CaseState.Opened, "BeforeReturn, Closed")]
    [InlineData(CaseState.Assigned, "BeforeReturn, Opened, Closed")]
    [InlineData(CaseState.PlanAgreed, "Assigned, PlanAgreed")]
    [InlineData(CaseState.Closed, "BeforeReturn, Opened, Assigned, PlanAgreed")]
    public void A_state_is_reached_only_from_there(CaseState to, string from) =>
        Assert.Equal(from, string.Join(", ", Enum.GetValues<CaseState>().Where(before => before.CanBecome(to))));

    [Fact]
    public void A_worker_who_came_back_today_walks_in() => Assert.Empty(Opening(A.Case()));

    [Fact]
    public void A_return_of_tomorrow_opens_no_case() => Assert.Equal(["CASE_RETURN_IN_FUTURE"], Opening(A.Case(returned: A.Today.AddDays(1))));

    [Fact]
    public void With_consent_a_case_is_opened_before_the_return_and_not_with_consent_of_tomorrow()
    {
        var coming = A.Case(returned: A.Today.AddDays(20));

        Assert.Empty(CaseRules.ToOpen(coming, A.Consent(), false, A.Today));
        Assert.Equal(["CASE_CONSENT_IN_FUTURE"], CaseRules.ToOpen(coming, A.Consent(A.Today.AddDays(1)), false, A.Today).Select(p => p.Code));
    }

    [Theory]
    [InlineData(59, 60, "")]
    [InlineData(60, 60, "CASELOAD_FULL")]
    [InlineData(1000, null, "")]
    public void A_counsellor_takes_so_many_cases_and_no_more(int open, int? limit, string problems) =>
        Assert.Equal(problems, string.Join(", ", CaseRules.ToTake(open, limit).Select(p => p.Code)));

    [Fact]
    public void Everything_wrong_is_told_at_once() =>
        Assert.Equal(["CASE_RETURN_IN_FUTURE", "CASE_FROM_SAME_COUNTRY", "CASE_ALREADY_OPEN"], Opening(A.Case(from: "LA", returned: A.Today.AddDays(1)), hasOpenCase: true));

    [Theory]
    [InlineData(CaseState.Opened, CaseOutcome.Unreachable, "")]
    [InlineData(CaseState.Opened, CaseOutcome.Reintegrated, "CASE_OUTCOME_WITHOUT_PLAN")]
    [InlineData(CaseState.Assigned, CaseOutcome.Reintegrated, "CASE_OUTCOME_WITHOUT_PLAN")]
    [InlineData(CaseState.PlanAgreed, CaseOutcome.Reintegrated, "")]
    [InlineData(CaseState.Closed, CaseOutcome.Reintegrated, "CASE_CLOSED")]
    public void A_case_is_closed_once_and_called_reintegrated_only_after_a_plan(CaseState state, CaseOutcome outcome, string problems) =>
        Assert.Equal(problems, string.Join(", ", CaseRules.ToClose(A.Case(state), outcome).Select(p => p.Code)));

    [Theory]
    [InlineData(CaseState.Opened, CaseState.Assigned)]
    [InlineData(CaseState.Assigned, CaseState.Assigned)]
    [InlineData(CaseState.PlanAgreed, CaseState.PlanAgreed)]
    public void An_open_case_is_given_to_another_and_keeps_what_was_agreed(CaseState before, CaseState after)
    {
        var held = A.Case(before);
        Assert.Empty(CaseRules.ToAssign(held));

        held.Assign("counsellor-2", "office-2");

        Assert.Equal((after, "counsellor-2", "office-2"), (held.State, held.Counsellor, held.Office));
    }

    [Fact]
    public void A_closed_case_is_given_to_nobody() => Assert.Equal(["CASE_CLOSED"], CaseRules.ToAssign(A.Case(CaseState.Closed)).Select(p => p.Code));

    static IEnumerable<string> Opening(Case walkIn, bool hasOpenCase = false) => CaseRules.ToOpen(walkIn, null, hasOpenCase, A.Today).Select(p => p.Code);
}
