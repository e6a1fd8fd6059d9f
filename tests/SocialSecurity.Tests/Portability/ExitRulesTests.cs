using Gms.Platform;
using Gms.SocialSecurity.Portability;
using Xunit;

namespace Gms.SocialSecurity.Tests.Portability;

/// <summary>Worked examples: what can be claimed on leaving. Amounts in minor units.</summary>
public sealed class ExitRulesTests
{
    static readonly ExitBook Book = ExitBook.Load();

    // Thailand, Social Security Act B.E. 2533, old age: under 12 months the own share only, at 55. Three months of 13,000 baht at 5 % are 1,950.
    [Fact]
    public void TH_3_months_of_650_baht_are_1950_own_share_of_which_at_most_that_comes_back_at_55_in_2054()
    {
        var line = Of(Facts("TH-SSF-33", months: 3, employee: 1_950_00, employer: 1_950_00, born: "1999-05-20", leaving: "2026-07-15"))[0];

        Assert.Equal((ExitState.Later, ExitBenefit.Refund, (long?)1_950_00, ExitAmount.AtMost, (DateOnly?)A.Day("2054-05-20")), (line.State, line.Rule!.Benefit, line.Amount, line.Rule.AmountIs, line.PayableFrom));
    }

    [Theory]
    [InlineData(11, nameof(ExitBenefit.Refund))]
    [InlineData(12, nameof(ExitBenefit.LumpSum))]
    [InlineData(179, nameof(ExitBenefit.LumpSum))]
    [InlineData(180, nameof(ExitBenefit.Pension))]
    public void TH_refund_becomes_a_lump_sum_at_12_months_and_a_pension_at_180(int months, string benefit) =>
        Assert.Equal(benefit, Of(Facts("TH-SSF-33", months: months))[0].Rule!.Benefit.ToString());

    [Theory]
    [InlineData("2054-05-19", nameof(ExitState.Later))]
    [InlineData("2054-05-20", nameof(ExitState.Payable))]
    public void TH_on_the_55th_birthday_it_is_payable_and_the_day_before_it_is_not(string leaving, string state) =>
        Assert.Equal(state, Of(Facts("TH-SSF-33", months: 12, leaving: leaving))[0].State.ToString());

    // Section 77 bis as amended in 2015: no document confirms the ministerial rule, so a foreigner is told to ask, and never that it is payable.
    [Fact]
    public void TH_the_early_payment_to_foreigners_is_unknown_and_Thai_nationals_have_no_such_line()
    {
        Assert.Equal([ExitState.Later, ExitState.Unknown], Of(Facts("TH-SSF-33", months: 12)).Select(l => l.State));
        Assert.Equal([ExitState.Later], Of(Facts("TH-SSF-33", months: 12, national: true)).Select(l => l.State));
    }

    // Thailand, Employee Welfare Fund: 0.25 % of each side of 12,000 baht for 12 months are 360 + 360 = 720, and what it earned.
    [Fact]
    public void TH_EWF_360_of_the_worker_and_360_of_the_employer_are_720_and_what_they_earned()
    {
        var line = Assert.Single(Of(Facts("TH-EWF", months: 12, employee: 360_00, employer: 360_00)));

        Assert.Equal((ExitState.Payable, (long?)720_00, ExitAmount.AtLeast), (line.State, line.Amount, line.Rule!.AmountIs));
    }

    // Lao PDR, Law 34/NA: under 15 years one payment at 60, for women at 55.
    [Fact]
    public void LA_under_180_months_a_woman_born_in_May_1999_is_55_in_2054_and_a_man_60_in_2059() =>
        Assert.Equal([A.Day("2054-05-20"), A.Day("2059-05-20")], new[] { true, false }.Select(woman => Of(Facts("LA-NSSF-ENT", months: 24, woman: woman))[0].PayableFrom));

    [Fact]
    public void LA_where_the_sex_is_not_known_the_age_is_not_either() =>
        Assert.Equal((ExitState.Unknown, "The sex, on which the age depends."), Told(Of(Facts("LA-NSSF-ENT", months: 24, woman: null))[0]));

    // Viet Nam, Law 41/2024/QH15: who was insured before 1 July 2025 with under 20 years may withdraw after 12 months.
    [Fact]
    public void VN_insured_in_June_2025_and_out_since_31_March_2026_may_withdraw_12_months_later_on_31_March_2027() =>
        Assert.Equal((ExitState.Later, A.Day("2027-03-31")), Only(Facts("VN-SI-COMP", months: 9, national: true, first: "2025-06-30", last: "2026-03-31"), l => (l.State, l.PayableFrom!.Value)));

    [Fact]
    public void VN_first_insured_on_1_July_2025_it_needs_emigration_or_the_like() =>
        Assert.Equal(ExitState.Conditional, Only(Facts("VN-SI-COMP", months: 9, national: true, first: "2025-07-01", last: "2026-03-31"), l => l.State));

    [Theory]
    [InlineData(239, nameof(ExitState.Later))]
    [InlineData(240, nameof(ExitState.Unknown))]
    public void VN_with_20_years_nothing_in_the_data_fits_any_more(int months, string state) =>
        Assert.Equal(state, Only(Facts("VN-SI-COMP", months: months, national: true, first: "2005-07-01", last: "2026-03-31"), l => l.State.ToString()));

    // China, MOHRSS Order 16: the balance of the individual account, to which the own 8 % go; what it earned is not on record.
    [Fact]
    public void CN_a_foreigner_gets_at_least_the_7680_yuan_paid_in_12_months_of_640()
    {
        var line = Assert.Single(Of(Facts("CN-PENSION", months: 12, employee: 7_680_00, employer: 15_360_00)));

        Assert.Equal((ExitState.Payable, (long?)7_680_00, ExitAmount.AtLeast), (line.State, line.Amount, line.Rule!.AmountIs));
    }

    [Fact]
    public void A_rule_on_foreigners_is_unknown_where_the_nationality_is_only_presumed() =>
        Assert.Equal((ExitState.Unknown, "The worker's nationality."), Told(Assert.Single(Of(Facts("CN-PENSION", months: 12) with { Presumed = true }))));

    // Cambodia, Sub-Decree 32/2021: what holds abroad was not found.
    [Fact]
    public void KH_the_pension_abroad_is_unknown() => Assert.Equal(ExitState.Unknown, Only(Facts("KH-NSSF-PENSION", months: 24), l => l.State));

    [Fact]
    public void A_birth_date_known_by_its_year_is_read_as_its_last_day_so_that_nobody_comes_too_early() =>
        Assert.Equal(A.Day("2054-12-31"), Of(Facts("TH-SSF-33", months: 12, born: "1999"))[0].PayableFrom);

    [Fact]
    public void Without_a_birth_date_the_age_is_unknown() => Assert.Equal((ExitState.Unknown, "The birth date."), Told(Of(Facts("TH-SSF-33", months: 12, born: null))[0]));

    [Fact]
    public void Every_scheme_answers_something_and_none_that_is_not_confirmed_says_payable()
    {
        foreach (var scheme in A.Book.Schemes)
            foreach (var months in new[] { 0, 1, 12, 180, 240 })
                foreach (var national in new[] { true, false })
                {
                    var lines = Of(Facts(scheme.Id, months, national: national));
                    Assert.NotEmpty(lines);
                    Assert.All(lines, l => Assert.True(l.State is ExitState.Unknown || l.Rule!.Evidence.MayBlock, $"{scheme.Id} {l.State}"));
                    Assert.All(lines, l => Assert.True(l.State is ExitState.Payable or ExitState.Later || l.Missing.Length > 0, $"{scheme.Id} does not say what is missing"));
                }
    }

    [Fact]
    public void Not_a_single_month_is_not_a_claim() => Assert.Equal("No month counts in this scheme yet.", Only(Facts("TH-SSF-33", months: 0), l => l.Text));

    [Theory]
    [InlineData("\"scheme\":\"TH-SSF-34\"")]
    [InlineData("\"scheme\":\"TH-SSF-33\",\"months_from\":12,\"months_to\":3")]
    [InlineData("\"scheme\":\"TH-SSF-33\",\"age\":12")]
    [InlineData("\"scheme\":\"TH-SSF-33\",\"for\":\"everybody\"")]
    [InlineData("\"scheme\":\"TH-SSF-33\",\"amount\":\"OWN_PAID\"")]
    [InlineData("\"scheme\":\"TH-SSF-33\",\"surprise\":1")]
    public void Data_that_cannot_be_right_stops_the_start(string what) =>
        Assert.Throws<SettingsException>(() => ExitBook.Read($$"""{"meta":{},"rules":[{"id":"X","benefit":"REFUND",{{what}},"text":"t","prose":"p","source":"s","found":true,"confidence":"high","effective_from":null}]}""", A.Book));

    static List<ExitLine> Of(ExitFacts facts) => [.. ExitRules.Of(facts, Book.Of(facts.Scheme.Id))];

    static T Only<T>(ExitFacts facts, Func<ExitLine, T> what) => what(Assert.Single(Of(facts)));

    static (ExitState, string) Told(ExitLine line) => (line.State, line.Missing);

    static ExitFacts Facts(string scheme, int months, long employee = 0, long employer = 0, string? born = "1999-05-20", bool? woman = true, bool national = false, string first = "2026-01-10", string last = "2026-07-15", string leaving = "2026-07-15") =>
        new(A.Scheme(scheme), months, A.Day(first), A.Day(last), employee, employer, born is null ? null : PartialDate.Parse(born), woman, national, false, A.Day(leaving));
}
