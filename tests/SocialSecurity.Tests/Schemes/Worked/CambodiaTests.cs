using Xunit;

namespace Gms.SocialSecurity.Tests.Schemes.Worked;

/// <summary>Cambodia's four schemes, at least three examples each.</summary>
public sealed class CambodiaTests : Example
{
    // Law on Social Security Schemes 2019, Prakas 449/2017: 0.8 % by the employer, base 200,000 to 1,200,000 riel.
    [Fact]
    public void OR_800000_riel_at_0_8_percent_is_6400_by_the_employer() => Costs("KH-NSSF-OR", "2026-01", 800_000, 0, 6_400);

    [Fact]
    public void OR_100000_riel_is_raised_to_200000_so_1600_and_2000000_is_cut_at_1200000_so_9600()
    {
        Costs("KH-NSSF-OR", "2026-01", 100_000, 0, 1_600);
        Costs("KH-NSSF-OR", "2026-01", 2_000_000, 0, 9_600);
    }

    [Fact]
    public void OR_injury_is_covered_with_0_months_and_takes_a_seasonal_worker_of_any_nationality()
    {
        Says("KH-NSSF-OR", "EmploymentInjury", "2026-07-20", 0, "Covered", "SEASONAL", "VN");
        Takes("KH-NSSF-OR", "Compulsory", "SEASONAL", "VN");
    }

    // Sub-Decrees 01/2016 and 140/2017: 2.6 % by the employer since 2018.
    [Fact]
    public void HC_1000000_riel_at_2_6_percent_is_26000_by_the_employer() => Costs("KH-NSSF-HC", "2026-01", 1_000_000, 0, 26_000);

    [Fact]
    public void HC_1500000_riel_is_cut_at_1200000_so_31200() => Costs("KH-NSSF-HC", "2026-01", 1_500_000, 0, 31_200);

    [Fact]
    public void HC_maternity_with_8_of_9_months_waits_with_9_is_covered()
    {
        Says("KH-NSSF-HC", "Maternity", "2026-07-20", 8, "Waiting");
        Says("KH-NSSF-HC", "Maternity", "2026-07-20", 9, "Covered");
    }

    // Sub-Decree 32 (2021): 2 % + 2 %, base 400,000 to 1,200,000 riel; 4 % + 4 % from October 2027.
    [Fact]
    public void PENSION_300000_riel_is_raised_to_400000_so_8000_each() => Costs("KH-NSSF-PENSION", "2026-01", 300_000, 8_000, 8_000);

    [Fact]
    public void PENSION_1200000_riel_is_24000_in_September_2027_and_48000_in_October_2027()
    {
        Costs("KH-NSSF-PENSION", "2027-09", 1_200_000, 24_000, 24_000);
        Costs("KH-NSSF-PENSION", "2027-10", 1_200_000, 48_000, 48_000);
    }

    [Fact]
    public void PENSION_has_no_rate_from_October_2032_on() => NotComputable("KH-NSSF-PENSION", "2032-10");

    [Fact]
    public void PENSION_survivors_with_59_of_60_months_wait_with_60_are_covered()
    {
        Says("KH-NSSF-PENSION", "Survivors", "2028-07-20", 59, "Waiting");
        Says("KH-NSSF-PENSION", "Survivors", "2028-07-20", 60, "Covered");
    }

    // Voluntary regime of 14 November 2023: a flat 15,600 riel a month; more than six missed months are giving up.
    [Fact]
    public void VOL_is_15600_riel_a_month_for_a_wage_of_0_and_of_5000000()
    {
        Costs("KH-NSSF-VOL", "2026-01", 0, 15_600, 0);
        Costs("KH-NSSF-VOL", "2026-01", 5_000_000, 15_600, 0);
    }

    [Fact]
    public void VOL_takes_a_Cambodian_own_account_worker_and_no_foreigner()
    {
        Takes("KH-NSSF-VOL", "Voluntary", "SELF_EMPLOYED");
        Takes("KH-NSSF-VOL", "Excluded", "SELF_EMPLOYED", "VN");
    }

    [Fact]
    public void VOL_did_not_exist_on_13_November_2023()
    {
        Assert.False(A.Scheme("KH-NSSF-VOL").ExistsOn(A.Day("2023-11-13")));
        Assert.True(A.Scheme("KH-NSSF-VOL").ExistsOn(A.Day("2023-11-14")));
    }
}
