using Xunit;

namespace Gms.SocialSecurity.Tests.Schemes.Worked;

/// <summary>Viet Nam's six schemes, at least three examples each.</summary>
public sealed class VietNamTests : Example
{
    // Law on Social Insurance 41/2024/QH15: 8 % + 17 % up to 20 times the reference level, 46.8 million dong until June 2026, 50.6 million after [unverified].
    [Fact]
    public void COMP_10000000_dong_is_800000_and_1700000() => Costs("VN-SI-COMP", "2026-01", 10_000_000, 800_000, 1_700_000);

    [Fact]
    public void COMP_60000000_dong_is_cut_at_46800000_in_June_2026_so_3744000_and_at_50600000_in_July_so_4048000()
    {
        Costs("VN-SI-COMP", "2026-06", 60_000_000, 3_744_000, 7_956_000);
        Costs("VN-SI-COMP", "2026-07", 60_000_000, 4_048_000, 8_602_000);
    }

    [Fact]
    public void COMP_maternity_with_5_of_6_months_within_12_waits_with_6_is_covered()
    {
        Says("VN-SI-COMP", "Maternity", "2026-07-20", 5, "Waiting", sex: "female");
        Says("VN-SI-COMP", "Maternity", "2026-07-20", 6, "Covered", sex: "female");
    }

    // Law on Employment: 1 % + 1 % up to 20 times the regional minimum wage, 99.2 million dong in 2025, 106.2 million in 2026 [unverified].
    [Fact]
    public void UI_120000000_dong_is_cut_at_99200000_in_December_2025_so_992000_and_at_106200000_in_January_2026_so_1062000()
    {
        Costs("VN-UI", "2025-12", 120_000_000, 992_000, 992_000);
        Costs("VN-UI", "2026-01", 120_000_000, 1_062_000, 1_062_000);
    }

    [Fact]
    public void UI_with_11_of_12_months_within_24_waits_with_12_is_covered()
    {
        Says("VN-UI", "Unemployment", "2026-07-20", 11, "Waiting");
        Says("VN-UI", "Unemployment", "2026-07-20", 12, "Covered");
    }

    [Fact]
    public void UI_takes_no_foreigner() => Takes("VN-UI", "Excluded", nationality: "KH");

    // Law on Health Insurance: 1.5 % + 3 % of at most 20 times the base salary, whose figure is not in the data.
    [Fact]
    public void HI_1_5_and_3_percent_of_a_base_without_a_figure_is_not_computable() => NotComputable("VN-HI", "2026-01");

    [Fact]
    public void HI_care_of_a_member_is_covered_with_0_months() => Says("VN-HI", "MedicalCare", "2026-07-20", 0, "Covered");

    [Fact]
    public void HI_a_stranger_is_unknown_since_the_length_of_the_contract_is_not_known_here() => SaysOfAStranger("VN-HI", "MedicalCare", "2026-07-20", "Unknown", nationality: "LA");

    // Law on Occupational Safety and Health 2015: 0.5 % by the employer alone.
    [Fact]
    public void OAOD_10000000_dong_at_0_5_percent_is_50000_by_the_employer() => Costs("VN-OAOD", "2026-01", 10_000_000, 0, 50_000);

    [Fact]
    public void OAOD_46800001_dong_is_234000_rounded_down_from_234000_005() => Costs("VN-OAOD", "2026-01", 46_800_001, 0, 234_000);

    [Fact]
    public void OAOD_injury_is_covered_with_0_months_and_an_informal_worker_may_join_since_2025()
    {
        Says("VN-OAOD", "EmploymentInjury", "2026-07-20", 0, "Covered");
        Takes("VN-OAOD", "Voluntary", "INFORMAL");
        Takes("VN-OAOD", "Uncertain", "INFORMAL", day: "2024-12-31");
    }

    // Law 41/2024/QH15: voluntary, 22 % from the rural poverty line on, whose figure is not in the data.
    [Fact]
    public void VOL_22_percent_of_a_base_without_a_figure_is_not_computable() => NotComputable("VN-SI-VOL", "2026-01", employer: null);

    [Fact]
    public void VOL_old_age_with_179_of_180_months_waits_with_180_is_covered()
    {
        Says("VN-SI-VOL", "OldAge", "2040-07-20", 179, "Waiting", "SELF_EMPLOYED");
        Says("VN-SI-VOL", "OldAge", "2040-07-20", 180, "Covered", "SELF_EMPLOYED");
    }

    [Fact]
    public void VOL_takes_no_foreigner() => Takes("VN-SI-VOL", "Excluded", "SELF_EMPLOYED", "LA");

    // Law 41/2024/QH15 and Decree 158/2025 [unverified]: contract workers abroad pay 22 % of a base that they choose.
    [Fact]
    public void OWC_22_percent_of_a_chosen_base_is_not_computable() => NotComputable("VN-SI-OWC", "2026-01");

    [Fact]
    public void OWC_is_compulsory_for_a_Vietnamese_on_a_contract_in_Thailand() => Takes("VN-SI-OWC", "Compulsory", channel: "MOU_S59", country: "TH");

    [Fact]
    public void OWC_follows_nobody_of_another_nationality() => Assert.DoesNotContain(A.Book.Concerning(A.Job(nationality: "LA")), s => s.Id == "VN-SI-OWC");
}
