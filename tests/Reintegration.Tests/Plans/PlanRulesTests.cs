using Gms.Reintegration.Cases;
using Gms.Reintegration.Plans;
using Xunit;

namespace Gms.Reintegration.Tests.Plans;

public sealed class PlanRulesTests
{
    static readonly Offers Offers = Offers.FromReference();

    [Fact]
    public void A_plan_with_consent_in_a_case_that_somebody_has_is_recorded() => Assert.Empty(Broken());

    [Theory]
    [InlineData(CaseState.BeforeReturn, "CASE_BEFORE_RETURN")]
    [InlineData(CaseState.Opened, "CASE_NOT_ASSIGNED")]
    [InlineData(CaseState.Assigned, "")]
    [InlineData(CaseState.PlanAgreed, "")]
    [InlineData(CaseState.Closed, "CASE_CLOSED")]
    public void A_plan_needs_a_case_that_somebody_has(CaseState state, string problems) => Assert.Equal(problems, string.Join(", ", Broken(state)));

    [Fact]
    public void A_plan_without_consent_is_refused() =>
        Assert.Equal(["PLAN_WITHOUT_CONSENT"], PlanRules.ToAgree(A.Case(CaseState.Assigned), null, [A.Item()], Offers, A.Today).Select(p => p.Code));

    [Fact]
    public void Consent_is_given_today_or_before_and_not_tomorrow()
    {
        Assert.Empty(Broken(consent: A.Consent(A.Today.AddDays(-30))));
        Assert.Equal(["PLAN_CONSENT_IN_FUTURE"], Broken(consent: A.Consent(A.Today.AddDays(1))));
    }

    [Fact]
    public void A_service_of_one_day_on_the_day_of_return_is_one() => Assert.Empty(Broken(items: A.Item(starts: A.Today, ends: A.Today)));

    [Fact]
    public void A_service_starts_on_the_day_of_return_or_later() => Assert.Equal(["PLAN_STARTS_BEFORE_RETURN"], Broken(items: A.Item(starts: A.Today.AddDays(-1))));

    [Fact]
    public void A_service_that_ends_before_it_starts_is_refused() => Assert.Equal(["PLAN_ENDS_BEFORE_START"], Broken(items: A.Item(starts: A.Today.AddDays(2), ends: A.Today.AddDays(1))));

    [Fact]
    public void A_plan_is_budgeted_in_one_currency() =>
        Assert.Equal(["items[1].budget.currency"], PlanRules.ToAgree(A.Case(CaseState.Assigned), A.Consent(), [A.Item(), A.Item(currency: "USD")], Offers, A.Today).Select(p => p.Field));

    [Theory]
    [InlineData("LA-SKILL", "S08", "")]
    [InlineData("LA-SKILL", "S07", "PLAN_PROGRAMME_OTHER_SERVICE")]
    [InlineData("LA-RETURN", "S08", "")]
    [InlineData("KH-NEA", "S07", "PLAN_PROGRAMME_OTHER_COUNTRY")]
    [InlineData("ASEAN-RR", "S14", "")]
    public void A_programme_is_the_country_s_or_the_region_s_and_gives_the_service(string programme, string service, string problems) =>
        Assert.Equal(problems, string.Join(", ", Broken(items: A.Item(service, programme))));

    [Fact]
    public void A_programme_is_in_force_when_the_service_starts() =>
        Assert.Equal(["PLAN_PROGRAMME_NOT_IN_FORCE"], PlanRules.ToAgree(
            A.Case(CaseState.Assigned, returned: new(2020, 1, 1)), A.Consent(), [A.Item("S08", "LA-SKILL", starts: new(2020, 12, 3), ends: new(2021, 1, 1))], Offers, A.Today).Select(p => p.Code));

    [Fact]
    public void Every_broken_rule_is_told_at_once() =>
        Assert.Equal(["CASE_NOT_ASSIGNED", "PLAN_WITHOUT_CONSENT", "PLAN_ENDS_BEFORE_START", "PLAN_STARTS_BEFORE_RETURN"],
            PlanRules.ToAgree(A.Case(), null, [A.Item(starts: A.Today.AddDays(-1), ends: A.Today.AddDays(-2))], Offers, A.Today).Select(p => p.Code));

    static IEnumerable<string> Broken(CaseState state = CaseState.Assigned, Consent? consent = null, params PlanItem[] items) =>
        PlanRules.ToAgree(A.Case(state), consent ?? A.Consent(), items.Length == 0 ? [A.Item()] : items, Offers, A.Today).Select(p => p.Code);
}
