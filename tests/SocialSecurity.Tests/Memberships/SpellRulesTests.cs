using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;
using NpgsqlTypes;
using Xunit;

namespace Gms.SocialSecurity.Tests.Memberships;

/// <summary>How a spell goes with the worker's others: several employers, schemes that exclude one another, what goes before, giving up.</summary>
public sealed class SpellRulesTests
{
    // Thailand, section 33: compulsory in every enterprise of one and more, so each employer registers the worker.
    [Fact]
    public void TH_33_takes_two_employers_on_one_day() => Assert.Empty(Broken(A.Membership(employer: "2"), A.Membership(employer: "1")));

    [Fact]
    public void The_same_employer_twice_on_one_day_is_refused() =>
        Assert.Equal(["MEMBERSHIP_OVERLAPS"], Broken(A.Membership("2026-03-31", "2026-04-02"), A.Membership("2026-01-10", "2026-03-31")));

    [Fact]
    public void A_day_s_work_ends_the_day_before_the_next_begins() => Assert.Empty(Broken(A.Membership("2026-03-02", "2026-03-02"), A.Membership("2026-03-01", "2026-03-01")));

    // Thailand, section 39: one fixed base of 4,800 baht, so one membership on a day.
    [Fact]
    public void TH_39_is_one_at_a_time_whatever_stands_for_the_employer() =>
        Assert.Equal(["MEMBERSHIP_ONE_AT_A_TIME"], Broken(A.Membership(scheme: "TH-SSF-39", employer: "2"), A.Membership(scheme: "TH-SSF-39", employer: "1")));

    // Section 39 is for those who left section 33.
    [Fact]
    public void TH_39_on_the_last_day_of_33_is_refused_and_on_the_next_is_taken()
    {
        var employed = A.Membership("2024-01-01", "2026-03-31");

        Assert.Equal(["MEMBERSHIP_SCHEMES_APART"], Broken(A.Membership("2026-03-31", scheme: "TH-SSF-39"), employed));
        Assert.Empty(Broken(A.Membership("2026-04-01", scheme: "TH-SSF-39"), employed));
    }

    [Fact]
    public void TH_33_beside_39_is_refused_too() =>
        Assert.Equal(["MEMBERSHIP_SCHEMES_APART"], Broken(A.Membership("2026-06-01"), A.Membership("2026-01-01", scheme: "TH-SSF-39")));

    // At least 12 months under section 33, to be applied for within 6 months of leaving it.
    [Theory]
    [InlineData("2026-09-30", "")]
    [InlineData("2026-10-01", "MEMBERSHIP_FOLLOWS_TOO_LATE")]
    public void TH_39_six_months_after_31_March_is_30_September_and_no_day_later(string from, string problem) =>
        Assert.Equal(problem, string.Join(",", Broken(A.Membership(from, scheme: "TH-SSF-39"), A.Membership("2024-01-01", "2026-03-31"))));

    [Fact]
    public void TH_39_with_11_of_12_months_recorded_is_a_doubt_and_no_refusal()
    {
        var employed = With(A.Membership("2025-01-01", "2026-03-31"), A.Months("2025-04", 11));
        var joins = A.Membership("2026-04-01", scheme: "TH-SSF-39");

        Assert.Empty(Broken(joins, employed));
        var doubt = Assert.Single(SpellRules.Doubts(joins, A.Scheme("TH-SSF-39"), [employed]));
        Assert.Equal("MEMBERSHIP_FOLLOWS", doubt.Code);
        Assert.Contains("11 of 12 months", doubt.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TH_39_with_12_of_12_months_recorded_leaves_no_doubt() =>
        Assert.Empty(SpellRules.Doubts(A.Membership("2026-04-01", scheme: "TH-SSF-39"), A.Scheme("TH-SSF-39"), [With(A.Membership("2025-01-01", "2026-03-31"), A.Months("2025-04", 12))]));

    // Cambodia, voluntary health care since 14 November 2023: missing more than six months is giving up, and blocks coming back.
    [Theory]
    [InlineData("2026-07-31", "")]
    [InlineData("2026-08-31", "MEMBERSHIP_GIVEN_UP")]
    public void KH_paid_to_January_and_ended_after_6_missed_months_may_return_after_7_not(string ended, string problem)
    {
        var earlier = With(A.Membership("2025-11-01", ended, scheme: "KH-NSSF-VOL", employer: ""), ["2025-11", "2025-12", "2026-01"]);

        Assert.Equal(problem, string.Join(",", Broken(A.Membership("2026-10-01", scheme: "KH-NSSF-VOL", employer: ""), earlier)));
    }

    // Viet Nam: that the first of several contracts counts is unverified, so it is a doubt and refuses nothing.
    [Fact]
    public void VN_two_employers_on_one_day_is_a_doubt()
    {
        var second = A.Membership(scheme: "VN-SI-COMP", employer: "2");

        Assert.Empty(Broken(second, A.Membership(scheme: "VN-SI-COMP", employer: "1")));
        Assert.Equal("MEMBERSHIP_ONE_AT_A_TIME", Assert.Single(SpellRules.Doubts(second, A.Scheme("VN-SI-COMP"), [A.Membership(scheme: "VN-SI-COMP", employer: "1")])).Code);
    }

    [Fact]
    public void An_exclusion_holds_only_on_its_days()
    {
        var rule = new Exclusion("X", ["A", "B"], A.Day("2026-01-01"), A.Day("2026-06-30"), "", A.Scheme("TH-SSF-33").Evidence);

        Assert.True(rule.Forbids(A.Day("2025-01-01"), null, A.Day("2026-06-30"), null));
        Assert.False(rule.Forbids(A.Day("2025-01-01"), null, A.Day("2026-07-01"), null));
        Assert.False(rule.Forbids(A.Day("2025-01-01"), A.Day("2025-12-31"), A.Day("2025-06-01"), null));
    }

    [Fact]
    public void Every_rule_on_spells_says_where_it_was_read_and_what_is_unverified_never_blocks() =>
        Assert.All(
            A.Book.Schemes.SelectMany(s => new[] { s.Spells.SeveralEmployers?.Evidence, s.Spells.Follows?.Evidence, s.Spells.Lapse?.Evidence, s.Spells.Month?.Evidence }.Concat(s.Spells.Exclusions.Select(e => e.Evidence))).OfType<Evidence>(),
            e => Assert.True(e.Text.Length > 0 && (!e.Text.Contains("no document", StringComparison.Ordinal) || !e.MayBlock), e.Rule));

    static IEnumerable<string> Broken(Membership membership, params Membership[] own) => SpellRules.ToStart(membership, A.Scheme(membership.Scheme), own).Select(p => p.Code);

    internal static Membership With(Membership membership, params string[] months)
    {
        typeof(Membership).GetProperty(nameof(Membership.PaidMonths))!.SetValue(membership,
            months.Select(m => A.Day(m + "-01")).Select(m => new NpgsqlRange<DateOnly>(m, true, m.AddMonths(1), false)).ToArray());
        return membership;
    }
}
