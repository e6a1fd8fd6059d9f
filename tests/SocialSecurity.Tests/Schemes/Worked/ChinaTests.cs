using Xunit;

namespace Gms.SocialSecurity.Tests.Schemes.Worked;

/// <summary>China's five schemes, at least three examples each.</summary>
public sealed class ChinaTests : Example
{
    // Social Insurance Law 2011: 8 % + 16 % of 60 % to 300 % of the local average wage, which is not in the data.
    [Fact]
    public void PENSION_8_and_16_percent_of_a_local_base_is_not_computable() => NotComputable("CN-PENSION", "2026-01");

    // Decision of 2024: 180 months to 2029, rising to 240 from 2030; the age is a rule in words.
    [Fact]
    public void PENSION_with_179_of_180_months_waits_in_2029_and_with_180_is_unknown_for_the_age()
    {
        Says("CN-PENSION", "OldAge", "2029-12-20", 179, "Waiting");
        Says("CN-PENSION", "OldAge", "2029-12-20", 180, "Unknown");
    }

    [Fact]
    public void PENSION_with_180_months_waits_again_from_2030_when_240_are_asked_for() => Says("CN-PENSION", "OldAge", "2030-01-20", 180, "Waiting");

    // Interim Measures for foreigners (MOHRSS Order 16): with a work permit.
    [Fact]
    public void PENSION_takes_a_Lao_worker_with_a_work_permit_and_leaves_open_who_has_none()
    {
        Takes("CN-PENSION", "Compulsory", nationality: "LA", channel: "WORK_PERMIT");
        Takes("CN-PENSION", "Uncertain", nationality: "LA");
    }

    // Basic medical insurance: 2 % and 5 to 12 % of the local base, set by the city.
    [Fact]
    public void MEDICAL_2_and_5_to_12_percent_of_a_local_base_is_not_computable() => NotComputable("CN-MEDICAL", "2026-01");

    [Fact]
    public void MEDICAL_care_of_a_member_is_covered_with_0_months() => Says("CN-MEDICAL", "MedicalCare", "2026-07-20", 0, "Covered");

    [Fact]
    public void MEDICAL_maternity_with_9_of_10_months_waits_with_10_is_covered()
    {
        Says("CN-MEDICAL", "Maternity", "2026-07-20", 9, "Waiting", sex: "female");
        Says("CN-MEDICAL", "Maternity", "2026-07-20", 10, "Covered", sex: "female");
    }

    // Unemployment insurance: 0.5 % + 0.5 % by notice; no base in the data.
    [Fact]
    public void UI_10000_yuan_at_0_5_percent_is_50_each() => Costs("CN-UI", "2026-01", 10_000, 50, 50);

    [Fact]
    public void UI_8765_43_yuan_at_0_5_percent_is_43_82715_rounded_to_43_83_each() => Costs("CN-UI", "2026-01", 8_765.43m, 43.83m, 43.83m);

    [Fact]
    public void UI_with_11_of_12_months_waits_with_12_is_covered()
    {
        Says("CN-UI", "Unemployment", "2026-07-20", 11, "Waiting");
        Says("CN-UI", "Unemployment", "2026-07-20", 12, "Covered");
    }

    // Regulation on Work-Related Injury Insurance: 0.2 to 1.9 % by the employer, by risk class.
    [Fact]
    public void WI_costs_the_worker_0_and_the_employer_by_risk_class() => NotComputable("CN-WI", "2026-01", employee: 0);

    [Fact]
    public void WI_injury_is_covered_with_0_months() => Says("CN-WI", "EmploymentInjury", "2026-07-20", 0, "Covered");

    [Fact]
    public void WI_of_a_border_worker_is_unknown_since_counties_differ() => SaysOfAStranger("CN-WI", "EmploymentInjury", "2026-07-20", "Unknown", "DAILY", "VN", "BORDER_LABOUR_GX");

    // Chongzuo, Dongxing and Ruili: accident insurance is part of a border worker's registration; the premium was not found.
    [Fact]
    public void BORDER_ACC_premium_is_not_in_the_data() => NotComputable("CN-BORDER-ACC", "2026-01");

    [Fact]
    public void BORDER_ACC_injury_of_a_daily_Vietnamese_worker_is_covered_with_0_months() => Says("CN-BORDER-ACC", "EmploymentInjury", "2026-07-20", 0, "Covered", "DAILY", "VN", "BORDER_LABOUR_GX");

    [Fact]
    public void BORDER_ACC_is_compulsory_for_border_residents_and_closed_to_Chinese()
    {
        Takes("CN-BORDER-ACC", "Compulsory", "DAILY", "MM", "BORDER_LABOUR_YN");
        Takes("CN-BORDER-ACC", "Excluded", "DAILY");
    }
}
