using Gms.SocialSecurity.Coverage;
using Gms.SocialSecurity.Schemes;
using Xunit;

namespace Gms.SocialSecurity.Tests.Coverage;

/// <summary>Worked examples: covered, waiting, not covered, unknown. The qualifying periods of section 33 are those of the reference data.</summary>
public sealed class CoverageRulesTests
{
    // Thailand, Social Security Act: care after 3 months paid within the 15 before the month of need.
    [Fact]
    public void TH_care_with_2_of_3_months_paid_waits_until_the_first_of_the_month_after_one_more()
    {
        var verdict = A.Verdict(Branch.MedicalCare, "2026-03-15", A.Insured(months: ["2026-01", "2026-02"]));

        Assert.Equal((CoverageState.Waiting, A.Day("2026-04-01"), 2, 3), (verdict.State, verdict.WaitingFrom!.Value, verdict.Counted, verdict.Needed));
        Assert.Equal("1 more paid month", verdict.Missing);
    }

    [Fact]
    public void TH_care_with_3_of_3_months_paid_is_covered_from_the_first_of_the_next_month() =>
        Assert.Equal(
            [CoverageState.Waiting, CoverageState.Covered],
            new[] { "2026-03-31", "2026-04-01" }.Select(day => A.Verdict(Branch.MedicalCare, day, A.Insured(months: ["2026-01", "2026-02", "2026-03"])).State));

    [Fact]
    public void TH_care_month_of_the_day_itself_does_not_count() =>
        Assert.Equal(0, A.Verdict(Branch.MedicalCare, "2026-01-20", A.Insured(months: ["2026-01"])).Counted);

    [Fact]
    public void TH_care_month_15_before_counts_and_month_16_before_does_not() =>
        Assert.Equal(
            [CoverageState.Covered, CoverageState.Waiting],
            new[] { "2026-04-10", "2026-05-10" }.Select(day => A.Verdict(Branch.MedicalCare, day, A.Insured(from: "2025-01-01", months: ["2025-01", "2026-02", "2026-03"])).State));

    [Fact]
    public void TH_maternity_with_4_of_5_months_paid_waits() =>
        Assert.Equal((CoverageState.Waiting, 4), A.Verdict(Branch.Maternity, "2026-05-01", A.Insured(months: A.Months("2026-01", 4))) is var v ? (v.State, v.Counted) : default);

    // Old age: 180 months and 55 years; with fewer months a lump sum.
    [Fact]
    public void TH_pension_with_180_months_at_54_waits_until_the_55th_birthday()
    {
        var verdict = A.Verdict(Branch.OldAge, "2026-06-01", A.Insured(from: "2005-01-01", born: "1971-09-10", months: A.Months("2005-01", 180)));

        Assert.Equal((CoverageState.Waiting, A.Day("2026-09-10")), (verdict.State, verdict.WaitingFrom!.Value));
    }

    [Fact]
    public void TH_pension_with_180_months_on_the_55th_birthday_is_covered() =>
        Assert.Equal(CoverageState.Covered, A.Verdict(Branch.OldAge, "2026-09-10", A.Insured(from: "2005-01-01", born: "1971-09-10", months: A.Months("2005-01", 180))).State);

    [Fact]
    public void TH_pension_with_179_months_at_60_waits_for_one_month_and_names_the_lump_sum()
    {
        var verdict = A.Verdict(Branch.OldAge, "2026-06-01", A.Insured(from: "2005-01-01", born: "1966-01-01", months: A.Months("2005-01", 179)));

        Assert.Equal((CoverageState.Waiting, A.Day("2026-07-01")), (verdict.State, verdict.WaitingFrom!.Value));
        Assert.Contains("lump sum", verdict.Remedy, StringComparison.Ordinal);
    }

    [Fact]
    public void An_age_without_a_birth_date_is_unknown_and_never_a_pass() =>
        Assert.Equal(CoverageState.Unknown, A.Verdict(Branch.OldAge, "2026-06-01", A.Insured(from: "2005-01-01", born: "", months: A.Months("2005-01", 180))).State);

    // Lao PDR, Law 34/NA: old age at 60, women at 55, 180 months.
    [Theory]
    [InlineData("female", CoverageState.Covered)]
    [InlineData("male", CoverageState.Waiting)]
    [InlineData("", CoverageState.Waiting)]
    public void LA_pension_at_57_with_180_months_is_given_to_women_only(string sex, object state) =>
        Assert.Equal(state, A.Verdict(Branch.OldAge, "2026-06-01", A.Insured("LA-NSSF-ENT", "2005-01-01", born: "1969-01-01", sex: sex, months: A.Months("2005-01", 180)), A.Job("LA", channel: ""), "LA-NSSF-ENT").State);

    // Cambodia, health care: 2 months in a row [unverified].
    [Fact]
    public void KH_care_needs_two_months_in_a_row_so_January_and_March_do_not_do() =>
        Assert.Equal(
            [CoverageState.Waiting, CoverageState.Covered],
            new[] { new[] { "2026-01", "2026-03" }, ["2026-02", "2026-03"] }.Select(months => A.Verdict(Branch.MedicalCare, "2026-04-10", A.Insured("KH-NSSF-HC", months: months), A.Job("KH", channel: ""), "KH-NSSF-HC").State));

    // China: 15 years, rising to 20 from 2030 on; the rise counts as whole, and the age is a rule in words.
    [Theory]
    [InlineData("2029-12-31", 180)]
    [InlineData("2030-01-01", 240)]
    public void CN_pension_needs_180_months_to_2029_and_240_from_2030(string day, int needed) =>
        Assert.Equal(needed, A.Verdict(Branch.OldAge, day, A.Insured("CN-PENSION", "2010-01-01", months: A.Months("2010-01", 12)), A.Job("CN", channel: ""), "CN-PENSION").Needed);

    [Fact]
    public void An_age_told_only_in_words_is_unknown_once_the_months_are_there() =>
        Assert.Equal(CoverageState.Unknown, A.Verdict(Branch.OldAge, "2026-06-01", A.Insured("VN-SI-COMP", "2005-01-01", born: "1960-01-01", months: A.Months("2005-01", 180)), A.Job("VN", channel: "", nationality: "VN"), "VN-SI-COMP").State);

    // The data does not say whether the welfare fund asks for months.
    [Fact]
    public void A_branch_whose_months_are_not_in_the_data_is_unknown_even_to_a_member() =>
        Assert.Equal(CoverageState.Unknown, A.Verdict(Branch.OldAge, "2026-12-01", A.Insured("TH-EWF", "2026-10-01", months: ["2026-10"]), scheme: "TH-EWF").State);

    [Fact]
    public void The_work_injury_fund_covers_a_member_from_the_first_day() =>
        Assert.Equal(CoverageState.Covered, A.Verdict(Branch.EmploymentInjury, "2026-01-10", A.Insured("TH-WCF"), scheme: "TH-WCF").State);

    [Fact]
    public void The_day_before_membership_is_not_covered() =>
        Assert.Equal(CoverageState.NotCovered, A.Verdict(Branch.EmploymentInjury, "2026-01-09", A.Insured("TH-WCF"), scheme: "TH-WCF").State);

    [Fact]
    public void The_last_day_is_covered_and_the_day_after_is_not_and_says_why()
    {
        var insured = A.Insured("TH-WCF", to: "2026-03-31");
        var after = A.Verdict(Branch.EmploymentInjury, "2026-04-01", insured, scheme: "TH-WCF");

        Assert.Equal(CoverageState.Covered, A.Verdict(Branch.EmploymentInjury, "2026-03-31", insured, scheme: "TH-WCF").State);
        Assert.Equal(CoverageState.NotCovered, after.State);
        Assert.Contains("ended on 2026-03-31", after.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Myanmars_pension_is_in_the_law_but_not_in_operation() =>
        Assert.Equal(CoverageState.NotCovered, A.Verdict(Branch.OldAge, "2026-06-01", null, A.Job("MM", channel: ""), "MM-SSB-FUTURE").State);

    [Fact]
    public void Not_being_enrolled_says_what_is_missing_and_who_gets_it()
    {
        var verdict = A.Verdict(Branch.MedicalCare, "2026-06-01", null);

        Assert.Equal((CoverageState.NotCovered, "Enrolment in TH-SSF-33.", "The employer enrols the worker within 30 days of the first working day."), (verdict.State, verdict.Missing, verdict.Remedy));
    }

    // An exclusion of low confidence is no answer.
    [Fact]
    public void Seasonal_farm_work_is_unknown_to_the_work_injury_fund() =>
        Assert.Equal(CoverageState.Unknown, A.Verdict(Branch.EmploymentInjury, "2024-06-01", null, A.Job(employment: "AGRICULTURAL_SEASONAL"), "TH-WCF").State);

    [Fact]
    public void Splitting_the_record_of_one_employment_changes_nothing()
    {
        var job = A.Job(day: "2026-07-10");
        var whole = Position.Of(A.Scheme("TH-SSF-33"), job, [A.Insured(months: A.Months("2026-01", 6))]);
        var split = Position.Of(A.Scheme("TH-SSF-33"), job, [A.Insured(to: "2026-03-31", months: A.Months("2026-01", 3)), A.Insured(from: "2026-04-01", months: A.Months("2026-04", 3))]);

        Assert.All(A.Scheme("TH-SSF-33").Branches, b => Assert.Equal(
            CoverageRules.On(job.Day, b, whole) is var one ? (one.State, one.WaitingFrom, one.Counted) : default,
            CoverageRules.On(job.Day, b, split) is var two ? (two.State, two.WaitingFrom, two.Counted) : default));
    }

    [Fact]
    public void One_more_month_never_takes_a_branch_away()
    {
        var worse =
            from scheme in A.Book.Schemes
            from branch in scheme.Branches
            from paid in Enumerable.Range(0, 24)
            let job = A.Job(scheme.Country, channel: "", nationality: scheme.Country, day: "2027-06-15")
            let fewer = Verdict(scheme, branch, job, paid)
            let more = Verdict(scheme, branch, job, paid + 1)
            where more.Rank > fewer.Rank || more.WaitingFrom > fewer.WaitingFrom
            select $"{scheme.Id} {branch.Branch} {paid}";

        Assert.Empty(worse);
    }

    static Verdict Verdict(Scheme scheme, BranchRule branch, Job job, int months) =>
        CoverageRules.On(job.Day, branch, Position.Of(scheme, job, [A.Insured(scheme.Id, "2024-01-01", months: A.Months("2025-05", months))]));
}
