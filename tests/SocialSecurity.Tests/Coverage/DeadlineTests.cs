using Gms.SocialSecurity.Coverage;
using Gms.SocialSecurity.Schemes;
using Xunit;

namespace Gms.SocialSecurity.Tests.Coverage;

/// <summary>Days by which a voluntary scheme must be joined or paid.</summary>
public sealed class DeadlineTests
{
    // Cambodia, voluntary health care: more than six missed months are giving up. Paid to January: February to July may be missed, August not.
    [Theory]
    [InlineData("2026-02-10", 0, "2026-07-31", nameof(DeadlineState.Open))]
    [InlineData("2026-08-10", 6, "2026-07-31", nameof(DeadlineState.Open))]
    [InlineData("2026-09-01", 7, "2026-07-31", nameof(DeadlineState.Closed))]
    public void KH_paid_to_January_misses_6_by_31_July_and_has_given_up_when_7_are_missed(string day, int missed, string last, string state)
    {
        var deadline = Of("KH-NSSF-VOL", day, "SELF_EMPLOYED", A.Insured("KH-NSSF-VOL", "2025-11-01", months: ["2025-11", "2025-12", "2026-01"]))!;

        Assert.Equal((missed, A.Day(last), state), (deadline.Counted, deadline.LastDay!.Value, deadline.State.ToString()));
    }

    [Fact]
    public void KH_nothing_ever_paid_counts_from_the_first_month_of_membership() =>
        Assert.Equal(A.Day("2026-04-30"), Of("KH-NSSF-VOL", "2026-02-10", "SELF_EMPLOYED", A.Insured("KH-NSSF-VOL", "2025-11-20"))!.LastDay);

    [Fact]
    public void KH_a_member_who_gave_up_is_not_covered_and_told_so()
    {
        var verdict = A.Verdict(Branch.MedicalCare, "2026-09-01", A.Insured("KH-NSSF-VOL", "2025-11-01", months: ["2025-11", "2025-12", "2026-01"]),
            A.Job("KH", "SELF_EMPLOYED", channel: "", nationality: "KH"), "KH-NSSF-VOL");

        Assert.Equal(CoverageState.NotCovered, verdict.State);
        Assert.Contains("7 months in a row are not paid", verdict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void KH_one_month_paid_late_opens_it_again() =>
        Assert.Equal(CoverageState.Unknown, A.Verdict(Branch.MedicalCare, "2026-09-01", A.Insured("KH-NSSF-VOL", "2025-11-01", months: ["2025-11", "2025-12", "2026-01", "2026-06"]),
            A.Job("KH", "SELF_EMPLOYED", channel: "", nationality: "KH"), "KH-NSSF-VOL").State);

    // Thailand, section 39: 12 months under section 33, within 6 months of leaving it.
    [Theory]
    [InlineData("2026-03-31", nameof(DeadlineState.NotYet))]
    [InlineData("2026-04-01", nameof(DeadlineState.Open))]
    [InlineData("2026-09-30", nameof(DeadlineState.Open))]
    [InlineData("2026-10-01", nameof(DeadlineState.Closed))]
    public void TH_39_is_open_from_the_day_after_leaving_33_to_6_months_after(string day, string state) =>
        Assert.Equal(state, Of("TH-SSF-39", day, "FORMAL", A.Insured(from: "2025-01-01", to: "2026-03-31", months: A.Months("2025-04", 12)))!.State.ToString());

    // Thailand, section 39: that missed months end it is not verified, so nothing says that it is closed.
    [Fact]
    public void TH_39_missed_for_long_is_not_called_closed_while_the_rule_is_not_verified()
    {
        var deadline = Of("TH-SSF-39", "2026-11-22", "FORMAL", A.Insured("TH-SSF-39", "2026-01-01"))!;

        Assert.False(A.Scheme("TH-SSF-39").Spells.Lapse!.Evidence.MayBlock);
        Assert.Equal((DeadlineState.Open, 10), (deadline.State, deadline.Counted));
        Assert.Contains("not verified", deadline.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TH_39_with_11_months_is_not_yet_open() =>
        Assert.Equal((DeadlineState.NotYet, 11, 12), Of("TH-SSF-39", "2026-04-01", "FORMAL", A.Insured(from: "2025-01-01", to: "2026-03-31", months: A.Months("2025-04", 11))) is var d ? (d!.State, d.Counted, d.Needed) : default);

    [Fact]
    public void Nothing_recorded_no_deadline() => Assert.Null(Of("TH-SSF-39", "2026-04-01", "FORMAL"));

    static Deadline? Of(string scheme, string day, string employment, params Insured[] records)
    {
        var job = A.Job(scheme[..2], employment, channel: "", nationality: scheme[..2] == "KH" ? "KH" : "LA", day: day);
        return Deadline.Of(Position.Of(A.Scheme(scheme), job, records), job.Day);
    }
}
