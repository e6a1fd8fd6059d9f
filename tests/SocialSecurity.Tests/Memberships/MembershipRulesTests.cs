using Gms.Platform;
using Gms.SocialSecurity.Memberships;
using Gms.SocialSecurity.Schemes;
using Xunit;

namespace Gms.SocialSecurity.Tests.Memberships;

/// <summary>What must hold for a membership to begin or end, at its edges.</summary>
public sealed class MembershipRulesTests
{
    [Fact]
    public void A_right_start_breaks_no_rule() => Assert.Empty(ToStart());

    // Thailand, section 33: 15 to 60 years of age at entry. Born on 20 May 2011: 15 on 20 May 2026.
    [Theory]
    [InlineData("2011-05-20", "2026-05-19", "MEMBERSHIP_AGE_OUTSIDE")]
    [InlineData("2011-05-20", "2026-05-20", "")]
    [InlineData("1965-05-20", "2026-05-19", "")]
    [InlineData("1965-05-20", "2026-05-20", "MEMBERSHIP_AGE_OUTSIDE")]
    [InlineData("2011", "2026-01-01", "")]      // known in part: read in the worker's favour
    [InlineData("2027-01-01", "2026-05-20", "MEMBERSHIP_BEFORE_BIRTH")]
    [InlineData("", "2026-05-20", "")]
    public void The_age_at_entry_is_15_to_60(string born, string from, string code) => Assert.Equal(code, string.Join(" ", ToStart(born: born, from: from)));

    // Section 33 excludes seasonal farm work and private households; the data is sure of it.
    [Theory]
    [InlineData("AGRICULTURAL_SEASONAL", "MEMBERSHIP_EMPLOYMENT_EXCLUDED")]
    [InlineData("DOMESTIC", "MEMBERSHIP_EMPLOYMENT_EXCLUDED")]
    [InlineData("AGRICULTURAL", "")]
    [InlineData("FISHING", "")]
    public void Section_33_takes_only_what_its_law_takes(string employment, string code) => Assert.Equal(code, string.Join(" ", ToStart(employment: employment)));

    // That the Workmen's Compensation Fund excludes seasonal farms is [unverified]: it warns and never blocks.
    [Fact]
    public void An_exclusion_of_low_confidence_does_not_block() => Assert.Empty(ToStart(scheme: "TH-WCF", employment: "AGRICULTURAL_SEASONAL"));

    [Fact]
    public void The_employer_must_be_named_where_the_employer_enrols() => Assert.Equal(["MEMBERSHIP_EMPLOYER_MISSING"], ToStart(employer: ""));

    [Fact]
    public void A_voluntary_member_needs_no_employer() => Assert.Empty(ToStart(scheme: "TH-MFUND", employer: ""));

    [Fact]
    public void A_scheme_that_does_not_run_takes_nobody() => Assert.Equal(["MEMBERSHIP_SCHEME_NOT_IN_OPERATION"], ToStart(scheme: "MM-SSB-FUTURE", channel: ""));

    [Theory]
    [InlineData("2026-09-30", "MEMBERSHIP_BEFORE_SCHEME")]
    [InlineData("2026-10-01", "")]
    public void The_welfare_fund_begins_on_1_October_2026(string from, string code) => Assert.Equal(code, string.Join(" ", ToStart(scheme: "TH-EWF", from: from)));

    [Fact]
    public void Records_under_an_earlier_law_are_taken() => Assert.Empty(ToStart(scheme: "VN-SI-COMP", from: "2015-01-01", channel: "", nationality: "VN"));

    [Theory]
    [InlineData("2027-07-15", "")]
    [InlineData("2027-07-16", "MEMBERSHIP_TOO_FAR_AHEAD")]
    public void A_start_lies_at_most_a_year_ahead_of_15_July_2026(string from, string code) => Assert.Equal(code, string.Join(" ", ToStart(from: from)));

    [Fact]
    public void Every_broken_rule_is_told_at_once() =>
        Assert.Equal(["MEMBERSHIP_TOO_FAR_AHEAD", "MEMBERSHIP_ENDS_BEFORE_START", "MEMBERSHIP_EMPLOYMENT_EXCLUDED"], ToStart(from: "2030-01-01", to: "2029-01-01", employment: "DOMESTIC"));

    [Theory]
    [InlineData("2026-01-10", "")]
    [InlineData("2026-01-09", "MEMBERSHIP_ENDS_BEFORE_START")]
    public void A_membership_can_last_one_day(string last, string code) =>
        Assert.Equal(code, string.Join(" ", MembershipRules.ToEnd(A.Membership(), A.Scheme("TH-SSF-33"), A.Day(last), MembershipEnd.EmploymentEnded, A.Day("2026-07-15")).Select(p => p.Code)));

    [Fact]
    public void A_membership_ends_once()
    {
        var membership = A.Membership();
        membership.End(A.Day("2026-03-31"), MembershipEnd.LeftCountry);

        Assert.Equal(["MEMBERSHIP_ALREADY_ENDED"], MembershipRules.ToEnd(membership, A.Scheme("TH-SSF-33"), A.Day("2026-04-30"), MembershipEnd.LeftCountry, A.Day("2026-07-15")).Select(p => p.Code));
        Assert.Equal(2, membership.Version);
    }

    [Theory]
    [InlineData("EmploymentEnded", "")]
    [InlineData("RecordedInError", "MEMBERSHIP_ALREADY_ENDED")]
    public void A_membership_that_ended_can_still_turn_out_to_be_recorded_in_error_once(string before, string code)
    {
        var membership = A.Membership();
        membership.End(A.Day("2026-03-31"), Enum.Parse<MembershipEnd>(before));

        Assert.Equal(code, string.Join(" ", MembershipRules.ToEnd(membership, A.Scheme("TH-SSF-33"), A.Day("2026-03-31"), MembershipEnd.RecordedInError, A.Day("2026-07-15")).Select(p => p.Code)));
    }

    // Thailand, health insurance for foreigners: 12 months are the longest card.
    [Theory]
    [InlineData("2027-01-09", "")]
    [InlineData("2027-01-10", "MEMBERSHIP_CARD_DAYS")]
    public void TH_a_card_is_not_made_longer_by_ending_it_later(string last, string code) =>
        Assert.Equal(code, string.Join(" ", MembershipRules.ToEnd(A.Membership(scheme: "TH-CMHI"), A.Scheme("TH-CMHI"), A.Day(last), MembershipEnd.NotContinued, A.Day("2026-07-15")).Select(p => p.Code)));

    static IEnumerable<string> ToStart(string scheme = "TH-SSF-33", string from = "2026-05-20", string? to = null, string born = "1999-05-20", string employment = "FORMAL", string channel = "MOU_S59", string nationality = "LA", string employer = "1000000001") =>
        MembershipRules.ToStart(A.Membership(from, to, employer, scheme), A.Scheme(scheme), born.Length == 0 ? null : PartialDate.Parse(born),
            new Job(scheme[..2], employment, channel, nationality, Presumed: true, A.Day(from)), [], A.Day("2026-07-15")).Select(p => p.Code);
}
