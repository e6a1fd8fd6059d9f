using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Schemes;
using Xunit;

namespace Gms.SocialSecurity.Tests.Contributions;

/// <summary>Worked examples: what a month costs. Amounts in minor units.</summary>
public sealed class DueTests
{
    // Thailand, Social Security Act B.E. 2533: 5 % each side; base 1,650 to 15,000 until 2025, to 17,500 from 2026.
    [Fact]
    public void TH_12345_baht_at_5_percent_is_617_25_and_rounds_down_to_617() => Due("TH-SSF-33", "2026-03", 12_345_00, 617_00, 617_00);

    [Fact]
    public void TH_12350_baht_at_5_percent_is_617_50_and_rounds_up_to_618() => Due("TH-SSF-33", "2026-03", 12_350_00, 618_00, 618_00);

    [Fact]
    public void TH_20000_baht_is_cut_at_15000_in_December_2025_so_750_each() => Due("TH-SSF-33", "2025-12", 20_000_00, 750_00, 750_00);

    [Fact]
    public void TH_20000_baht_is_cut_at_17500_in_January_2026_so_875_each() => Due("TH-SSF-33", "2026-01", 20_000_00, 875_00, 875_00);

    [Fact]
    public void TH_17500_baht_in_2026_is_the_ceiling_itself_so_875_each() => Due("TH-SSF-33", "2026-01", 17_500_00, 875_00, 875_00);

    [Fact]
    public void TH_1000_baht_is_raised_to_the_floor_1650_which_is_82_50_and_rounds_up_to_83() => Due("TH-SSF-33", "2026-01", 1_000_00, 83_00, 83_00);

    // Thailand, section 39: a fixed base of 4,800 whatever the wage, 9 % by the worker alone.
    [Fact]
    public void TH_39_is_9_percent_of_the_fixed_base_4800_so_432() => Due("TH-SSF-39", "2026-01", null, 432_00, 0);

    // Cambodia, Prakas 449/2017: occupational risk 0.8 % by the employer, base 200,000 to 1,200,000 riel.
    [Fact]
    public void KH_1500000_riel_is_cut_at_1200000_so_the_employer_pays_9600() => Due("KH-NSSF-OR", "2026-01", 1_500_000_00, 0, 9_600_00);

    [Fact]
    public void KH_150000_riel_is_raised_to_200000_so_the_employer_pays_1600() => Due("KH-NSSF-OR", "2026-01", 150_000_00, 0, 1_600_00);

    // Cambodia, Sub-Decree 32 (2021): pension 2 % + 2 %, from October 2027 4 % + 4 %, for which no ceiling is in the data.
    [Fact]
    public void KH_pension_of_1000000_riel_is_20000_each_in_September_2027() => Due("KH-NSSF-PENSION", "2027-09", 1_000_000_00, 20_000_00, 20_000_00);

    [Fact]
    public void KH_pension_of_1000000_riel_is_40000_each_in_October_2027() => Due("KH-NSSF-PENSION", "2027-10", 1_000_000_00, 40_000_00, 40_000_00);

    // Lao PDR, Social Security Law 34/NA, Decision 1740/2016: 5.5 % + 6 %, base 450,000 to 4,500,000 kip.
    [Fact]
    public void LA_3000000_kip_is_165000_and_180000() => Due("LA-NSSF-ENT", "2026-01", 3_000_000_00, 165_000_00, 180_000_00);

    [Fact]
    public void LA_9000000_kip_is_cut_at_4500000_so_247500_and_270000() => Due("LA-NSSF-ENT", "2026-01", 9_000_000_00, 247_500_00, 270_000_00);

    // Myanmar, Social Security Law 2012: 2 % + 2 % up to 300,000 kyat.
    [Fact]
    public void MM_400000_kyat_is_cut_at_300000_so_6000_each() => Due("MM-SSB-HSC", "2026-01", 400_000_00, 6_000_00, 6_000_00);

    // Viet Nam, Law 41/2024/QH15: 8 % + 17 %, ceiling 20 times the reference level: 46.8 million dong until June 2026, and the dong has no minor unit.
    [Fact]
    public void VN_50000000_dong_is_cut_at_46800000_in_June_2026_so_3744000_and_7956000() => Due("VN-SI-COMP", "2026-06", 50_000_000, 3_744_000, 7_956_000);

    [Fact]
    public void VN_50000000_dong_is_under_50600000_in_July_2026_so_4000000_and_8500000() => Due("VN-SI-COMP", "2026-07", 50_000_000, 4_000_000, 8_500_000);

    // Cambodia, voluntary health care: a flat 15,600 riel a month.
    [Fact]
    public void KH_voluntary_is_15600_riel_whatever_the_wage() => Due("KH-NSSF-VOL", "2026-01", null, 15_600_00, 0);

    // What the data does not tell is not made up.
    [Theory]
    [InlineData("CN-PENSION", "2026-01")]   // base 60 % to 300 % of a local average wage
    [InlineData("TH-CMHI", "2026-01")]      // cards of 3, 6 or 12 months
    [InlineData("TH-SSF-40", "2026-01")]    // three options
    [InlineData("LA-NHI", "2026-01")]       // tax-funded
    [InlineData("VN-SI-COMP", "2025-06")]   // before the first rate at hand
    public void What_cannot_be_computed_is_null_with_a_reason(string scheme, string month)
    {
        var due = Gms.SocialSecurity.Contributions.Due.For(A.Scheme(scheme), A.Day(month + "-01"), 1_000_000);

        Assert.True(due.Employer is null or 0 && due.Employee is null && due.Note.Length > 0, due.ToString());
    }

    [Fact]
    public void Where_the_employers_share_depends_on_city_the_workers_share_is_told_alone()
    {
        var due = Gms.SocialSecurity.Contributions.Due.For(A.Scheme("TH-WCF"), A.Day("2026-01-01"), 12_000_00);

        Assert.Equal((0L, (long?)null), (due.Employee, due.Employer));
    }

    [Theory]
    [InlineData(875_00, 875_00, nameof(ContributionState.Paid))]
    [InlineData(874_00, 875_00, nameof(ContributionState.Short))]
    [InlineData(875_00, 0, nameof(ContributionState.Short))]
    [InlineData(0, 0, nameof(ContributionState.Unpaid))]
    [InlineData(876_00, 875_00, nameof(ContributionState.Over))]
    public void Paid_is_compared_share_by_share(long employee, long employer, string state) =>
        Assert.Equal(state, Gms.SocialSecurity.Contributions.Due.For(A.Scheme("TH-SSF-33"), A.Day("2026-01-01"), 20_000_00).Compare(employee, employer).ToString());

    // Of a share that is due nothing was paid: short, though the amount cannot be computed. China 16 % and 5 to 12 %, Viet Nam 3 %.
    [Theory]
    [InlineData("CN-PENSION", 640_00, 0, nameof(ContributionState.Short))]
    [InlineData("CN-PENSION", 0, 1_280_00, nameof(ContributionState.Short))]
    [InlineData("CN-PENSION", 640_00, 1_280_00, nameof(ContributionState.NotComputable))]
    [InlineData("CN-MEDICAL", 160_00, 0, nameof(ContributionState.Short))]
    [InlineData("VN-HI", 150_000, 0, nameof(ContributionState.Short))]
    // China, work injury: 0.2 to 1.9 % by risk class, by the employer alone; 0.2 % of 8,000 yuan are 16.
    [InlineData("CN-WI", 0, 1, nameof(ContributionState.Short))]
    [InlineData("CN-WI", 0, 15_99, nameof(ContributionState.Short))]
    [InlineData("CN-WI", 0, 16_00, nameof(ContributionState.NotComputable))]
    public void Where_a_share_is_not_known_nothing_of_it_or_less_than_its_least_is_too_little(string scheme, long employee, long employer, string state)
    {
        var compared = Gms.SocialSecurity.Contributions.Due.For(A.Scheme(scheme), A.Day("2026-01-01"), 8_000_00).Compare(employee, employer);

        Assert.Equal(state, compared.ToString());
        Assert.Equal(compared == ContributionState.NotComputable, ContributionRules.Counts(compared, employee + employer));
    }

    // Where no floor raises a wage of nothing, nothing is due; a month of which nothing was paid is no insured month all the same.
    [Theory]
    [InlineData("MM-SSB-HSC")]
    [InlineData("VN-SI-COMP")]
    [InlineData("TH-EWF")]
    public void A_month_without_a_wage_and_without_a_payment_does_not_count(string scheme)
    {
        var due = Gms.SocialSecurity.Contributions.Due.For(A.Scheme(scheme), A.Day("2026-11-01"), 0);

        Assert.Equal((0L, 0L), (due.Employee, due.Employer));
        Assert.False(ContributionRules.Counts(due.Compare(0, 0), 0));
    }

    // Cambodia, Sub-Decree 32 (2021): the ceiling of 1,200,000 riel ends with the first rate, and no ceiling of the second is in the data.
    [Theory]
    [InlineData(1_200_000_00, 48_000_00L)]
    [InlineData(1_200_000_01, null)]
    [InlineData(2_000_000_00, null)]
    public void KH_pension_above_the_last_known_ceiling_is_not_computed_from_October_2027_on(long wage, long? each)
    {
        var due = Gms.SocialSecurity.Contributions.Due.For(A.Scheme("KH-NSSF-PENSION"), A.Day("2027-10-01"), wage);

        Assert.Equal((each, each), (due.Employee, due.Employer));
        Assert.Contains("no ceiling", due.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void The_greatest_amount_a_request_can_carry_does_not_overflow() =>
        Assert.Equal(1_000_000_000_000_000 / 2, new Rounding(1, "").Share(1_000_000_000_000_000, 500_000));

    static void Due(string scheme, string month, long? wage, long employee, long employer)
    {
        var due = Gms.SocialSecurity.Contributions.Due.For(A.Scheme(scheme), A.Day(month + "-01"), wage);
        Assert.Equal((employee, employer), (due.Employee, due.Employer));
    }
}
