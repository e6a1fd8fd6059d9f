using Xunit;

namespace Gms.SocialSecurity.Tests.Schemes.Worked;

/// <summary>Three schemes of Lao PDR and three of Myanmar, at least three examples each.</summary>
public sealed class LaosAndMyanmarTests : Example
{
    // Lao PDR, Social Security Law 34/NA: 5.5 % + 6 %, base 450,000 to 4,500,000 kip.
    [Fact]
    public void LA_ENT_2000000_kip_is_110000_and_120000() => Costs("LA-NSSF-ENT", "2026-01", 2_000_000, 110_000, 120_000);

    [Fact]
    public void LA_ENT_300000_kip_is_raised_to_450000_so_24750_and_27000() => Costs("LA-NSSF-ENT", "2026-01", 300_000, 24_750, 27_000);

    [Fact]
    public void LA_ENT_maternity_with_5_of_6_months_waits_with_6_is_covered()
    {
        Says("LA-NSSF-ENT", "Maternity", "2026-07-20", 5, "Waiting", sex: "female");
        Says("LA-NSSF-ENT", "Maternity", "2026-07-20", 6, "Covered", sex: "female");
    }

    // The voluntary scheme of the same law: 9 % by the member, base 1,100,000 to 2,700,000 kip.
    [Fact]
    public void LA_VOL_1500000_kip_at_9_percent_is_135000() => Costs("LA-NSSF-VOL", "2026-01", 1_500_000, 135_000, 0);

    [Fact]
    public void LA_VOL_1000000_kip_is_raised_to_1100000_so_99000_and_3000000_is_cut_at_2700000_so_243000()
    {
        Costs("LA-NSSF-VOL", "2026-01", 1_000_000, 99_000, 0);
        Costs("LA-NSSF-VOL", "2026-01", 3_000_000, 243_000, 0);
    }

    [Fact]
    public void LA_VOL_takes_a_Lao_own_account_worker_and_no_Thai()
    {
        Takes("LA-NSSF-VOL", "Voluntary", "SELF_EMPLOYED");
        Takes("LA-NSSF-VOL", "Excluded", "SELF_EMPLOYED", "TH");
    }

    // Health Insurance Law 2018: paid from taxes, with a co-payment.
    [Fact]
    public void LA_NHI_costs_no_contribution_that_the_data_tells() => NotComputable("LA-NHI", "2026-01");

    [Fact]
    public void LA_NHI_a_Lao_resident_is_unknown_since_residence_is_not_recorded_here() => SaysOfAStranger("LA-NHI", "MedicalCare", "2026-07-20", "Unknown", "INFORMAL");

    [Fact]
    public void LA_NHI_a_Vietnamese_is_unknown_too_since_no_document_confirms_the_exclusion() => SaysOfAStranger("LA-NHI", "MedicalCare", "2026-07-20", "Unknown", "INFORMAL", "VN");

    // Myanmar, Social Security Law 2012: 2 % + 2 % up to 300,000 kyat.
    [Fact]
    public void MM_HSC_250000_kyat_is_5000_each_and_300001_is_cut_at_300000_so_6000()
    {
        Costs("MM-SSB-HSC", "2026-01", 250_000, 5_000, 5_000);
        Costs("MM-SSB-HSC", "2026-01", 300_001, 6_000, 6_000);
    }

    [Fact]
    public void MM_HSC_sickness_with_3_of_4_months_waits_with_4_within_6_is_covered()
    {
        Says("MM-SSB-HSC", "Sickness", "2026-07-20", 3, "Waiting");
        Says("MM-SSB-HSC", "Sickness", "2026-07-20", 4, "Covered");
    }

    [Fact]
    public void MM_HSC_daily_work_may_join_and_seasonal_farm_work_too()
    {
        Takes("MM-SSB-HSC", "Voluntary", "DAILY");
        Takes("MM-SSB-HSC", "Voluntary", "AGRICULTURAL_SEASONAL");
    }

    // The same law: employment injury, 1 % by the employer alone.
    [Fact]
    public void MM_EI_250000_kyat_at_1_percent_is_2500_by_the_employer() => Costs("MM-SSB-EI", "2026-01", 250_000, 0, 2_500);

    [Fact]
    public void MM_EI_400000_kyat_is_cut_at_300000_so_3000() => Costs("MM-SSB-EI", "2026-01", 400_000, 0, 3_000);

    [Fact]
    public void MM_EI_injury_is_covered_with_0_months() => Says("MM-SSB-EI", "EmploymentInjury", "2026-07-20", 0, "Covered");

    // The same law, not in operation: 3 % + 3 % for pensions, 1 % + 1 % for unemployment.
    [Fact]
    public void MM_FUTURE_old_age_with_240_months_is_not_covered_since_it_does_not_run() => Says("MM-SSB-FUTURE", "OldAge", "2026-07-20", 240, "NotCovered");

    [Fact]
    public void MM_FUTURE_unemployment_with_36_months_is_not_covered_either() => Says("MM-SSB-FUTURE", "Unemployment", "2026-07-20", 36, "NotCovered");

    [Fact]
    public void MM_FUTURE_has_no_rate() => NotComputable("MM-SSB-FUTURE", "2026-01");
}
