using Gms.Platform;
using Gms.SocialSecurity.Contributions;
using Xunit;

namespace Gms.SocialSecurity.Tests.Contributions;

/// <summary>What must hold for a month to be posted, at its edges.</summary>
public sealed class ContributionRulesTests
{
    [Fact]
    public void A_right_month_breaks_no_rule() => Assert.Empty(Broken());

    [Theory]
    [InlineData("2026-01", "")]
    [InlineData("2025-12", "CONTRIBUTION_MONTH_OUTSIDE")]
    [InlineData("2026-06", "")]
    [InlineData("2026-07", "CONTRIBUTION_MONTH_OUTSIDE")]
    public void The_month_must_touch_a_membership_from_10_January_to_1_June(string month, string code) =>
        Assert.Equal(code, string.Join(" ", Broken(month: month, to: "2026-06-01")));

    [Theory]
    [InlineData("2026-07", "")]
    [InlineData("2026-08", "CONTRIBUTION_MONTH_AHEAD")]
    public void The_month_must_have_begun_by_15_July(string month, string code) => Assert.Equal(code, string.Join(" ", Broken(month: month)));

    [Fact]
    public void Another_currency_is_refused_for_each_amount() =>
        Assert.Equal(["CONTRIBUTION_CURRENCY", "CONTRIBUTION_CURRENCY", "CONTRIBUTION_CURRENCY"], Broken(wage: new(10_000_00, "LAK"), employee: new(1, "LAK"), employer: new(1, "LAK")));

    [Fact]
    public void One_satang_above_what_is_due_is_refused() =>
        Assert.Equal(["CONTRIBUTION_ABOVE_EXPECTED"], Broken(wage: new(20_000_00, "THB"), employee: new(875_01, "THB"), employer: new(875_00, "THB")));

    // The rate from July 2026 is a guess (base salary 2.53 million [unverified]): low confidence never blocks a payment.
    [Fact]
    public void More_than_a_rate_of_low_confidence_expects_is_taken() =>
        Assert.Empty(Broken(scheme: "VN-SI-COMP", month: "2026-07", wage: new(60_000_000, "VND"), employee: new(4_800_000, "VND"), employer: new(10_200_000, "VND")));

    [Fact]
    public void A_wage_is_needed_where_the_scheme_counts_it() => Assert.Equal(["CONTRIBUTION_WAGE_MISSING"], Broken(wage: null, noWage: true));

    [Fact]
    public void No_wage_is_needed_where_the_amount_is_flat() =>
        Assert.Empty(Broken(scheme: "KH-NSSF-VOL", noWage: true, employee: new(15_600_00, "KHR"), employer: new(0, "KHR")));

    [Fact]
    public void Every_broken_rule_is_told_at_once() =>
        Assert.Equal(["CONTRIBUTION_MONTH_OUTSIDE", "CONTRIBUTION_MONTH_AHEAD", "CONTRIBUTION_WAGE_MISSING"], Broken(month: "2026-12", to: "2026-06-30", noWage: true));

    static IEnumerable<string> Broken(string month = "2026-03", string? to = null, string scheme = "TH-SSF-33", Money? wage = null, bool noWage = false, Money? employee = null, Money? employer = null)
    {
        wage ??= noWage ? null : new(10_000_00, "THB");
        var due = Due.For(A.Scheme(scheme), A.Day(month + "-01"), wage?.Minor);
        return ContributionRules.ToPost(A.Membership(to: to, scheme: scheme), A.Scheme(scheme), due, A.Day(month + "-01"), wage, employee, employer, A.Day("2026-07-15")).Select(p => p.Code);
    }
}
