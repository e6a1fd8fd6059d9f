using Gms.SocialSecurity.Schemes;
using Xunit;

namespace Gms.SocialSecurity.Tests.Schemes.Worked;

/// <summary>Thailand's eight schemes, at least three examples each.</summary>
public sealed class ThailandTests : Example
{
    // Social Security Act B.E. 2533, sections 46 and 47; Ministerial Regulation on the wage base B.E. 2568: 5 % each, 1,650 to 17,500 baht in 2026.
    [Fact]
    public void SSF_33_16333_baht_at_5_percent_is_816_65_rounded_to_817_each() => Costs("TH-SSF-33", "2026-05", 16_333, 817, 817);

    [Fact]
    public void SSF_33_30000_baht_is_cut_at_17500_in_December_2028_so_875_and_at_20000_in_January_2029_so_1000()
    {
        Costs("TH-SSF-33", "2028-12", 30_000, 875, 875);
        Costs("TH-SSF-33", "2029-01", 30_000, 1_000, 1_000);
    }

    [Fact]
    public void SSF_33_30000_baht_is_cut_at_20000_in_December_2031_so_1000_and_at_23000_in_January_2032_so_1150()
    {
        Costs("TH-SSF-33", "2031-12", 30_000, 1_000, 1_000);
        Costs("TH-SSF-33", "2032-01", 30_000, 1_150, 1_150);
    }

    // Sickness: 3 months within 15 [unverified]; family: 12 within 36 [unverified].
    [Fact]
    public void SSF_33_sickness_with_2_months_waits_with_3_is_covered()
    {
        Says("TH-SSF-33", "Sickness", "2026-07-20", 2, "Waiting", nationality: "LA");
        Says("TH-SSF-33", "Sickness", "2026-07-20", 3, "Covered", nationality: "LA");
    }

    // Section 39: 9 % of a fixed base of 4,800 baht by the member alone.
    [Fact]
    public void SSF_39_is_432_in_2025_and_in_2030_whatever_the_wage()
    {
        Costs("TH-SSF-39", "2025-01", 9_000, 432, 0);
        Costs("TH-SSF-39", "2030-01", 90_000, 432, 0);
    }

    [Fact]
    public void SSF_39_is_voluntary_for_every_kind_of_work_and_nationality() => Takes("TH-SSF-39", "Voluntary", "DOMESTIC", "LA");

    // The data does not say how many months its branches ask for.
    [Fact]
    public void SSF_39_care_of_a_member_is_unknown_since_the_months_are_not_in_the_data() => Says("TH-SSF-39", "MedicalCare", "2026-07-20", 12, "Unknown");

    // Section 40: 70, 100 or 300 baht a month, chosen by the member.
    [Fact]
    public void SSF_40_70_or_100_or_300_baht_is_for_the_member_to_choose() => NotComputable("TH-SSF-40", "2026-01");

    [Fact]
    public void SSF_40_takes_a_Thai_own_account_worker_voluntarily() => Takes("TH-SSF-40", "Voluntary", "SELF_EMPLOYED");

    [Fact]
    public void SSF_40_a_Lao_worker_who_never_joined_is_not_covered() => SaysOfAStranger("TH-SSF-40", "Sickness", "2026-07-20", "NotCovered", "SELF_EMPLOYED", "LA");

    // Workmen's Compensation Act B.E. 2537: 0.2 to 1 % of at most 240,000 baht a year, by the employer alone.
    [Fact]
    public void WCF_costs_the_worker_0_and_the_employer_0_2_to_1_percent_of_the_year_which_a_month_does_not_tell() => NotComputable("TH-WCF", "2026-01", employee: 0);

    [Fact]
    public void WCF_injury_is_covered_with_0_months() => Says("TH-WCF", "EmploymentInjury", "2026-07-20", 0, "Covered", nationality: "LA");

    [Fact]
    public void WCF_excludes_domestic_work() => SaysOfAStranger("TH-WCF", "EmploymentInjury", "2026-07-20", "NotCovered", "DOMESTIC", "LA");

    // MoPH health insurance for foreigners: 3 months 500, 6 months 900, 12 months 1,600 baht.
    [Fact]
    public void CMHI_card_of_3_months_is_500_of_6_is_900_of_12_is_1600() =>
        Assert.Equal([(500_00L, 3), (900_00L, 6), (1_600_00L, 12)], A.Scheme("TH-CMHI").Rates.Single().Options.Select(o => (o.Amount, o.Months)));

    [Fact]
    public void CMHI_alone_of_all_schemes_is_joined_by_a_card_of_12_months_at_most() =>
        Assert.Equal([("TH-CMHI", 12)], A.Book.Schemes.Select(s => (s.Id, Months: s.LongestCard(A.Day("2026-01-01")))).Where(s => s.Months is not null).Select(s => (s.Id, s.Months!.Value)));

    [Fact]
    public void CMHI_care_is_covered_with_0_months() => Says("TH-CMHI", "MedicalCare", "2026-07-20", 0, "Covered", "AGRICULTURAL_SEASONAL", "KH", "BORDER_S64");

    [Fact]
    public void CMHI_is_compulsory_for_a_Lao_domestic_worker_and_not_for_a_Thai_one()
    {
        Takes("TH-CMHI", "Compulsory", "DOMESTIC", "LA");
        Takes("TH-CMHI", "Excluded", "DOMESTIC");
    }

    // M-FUND, private and voluntary: from 100 baht a month [unverified].
    [Fact]
    public void MFUND_begins_at_100_baht_and_says_no_more() => NotComputable("TH-MFUND", "2026-01");

    [Fact]
    public void MFUND_takes_a_migrant_without_documents() => Takes("TH-MFUND", "Voluntary", "INFORMAL", "MM", "IRREGULAR");

    [Fact]
    public void MFUND_takes_no_Thai() => Takes("TH-MFUND", "Excluded", "INFORMAL");

    // Labour Protection Act, ch. 13: 0.25 % each from October 2026, 0.5 % each from October 2031.
    [Fact]
    public void EWF_12000_baht_at_0_25_percent_is_30_each_in_October_2026() => Costs("TH-EWF", "2026-10", 12_000, 30, 30);

    [Fact]
    public void EWF_12000_baht_is_30_in_September_2031_and_at_0_5_percent_60_in_October_2031()
    {
        Costs("TH-EWF", "2031-09", 12_000, 30, 30);
        Costs("TH-EWF", "2031-10", 12_000, 60, 60);
    }

    [Fact]
    public void EWF_has_no_rate_before_October_2026() => NotComputable("TH-EWF", "2026-09");

    // Employment and Job-Seeker Protection Act 1985: 300, 400 or 500 baht once, by destination; compulsory through agency or Department of Employment.
    [Fact]
    public void JOBFUND_300_or_400_or_500_baht_is_paid_once() =>
        Assert.Equal([(300_00L, 0), (400_00L, 0), (500_00L, 0)], A.Scheme("TH-JOBFUND").Rates.Single().Options.Select(o => (o.Amount, o.Months)));

    [Fact]
    public void JOBFUND_is_compulsory_for_a_Thai_who_is_sent_and_voluntary_for_one_who_goes_alone()
    {
        Takes("TH-JOBFUND", "Compulsory", channel: "BILATERAL_AGREEMENT", country: "LA");
        Takes("TH-JOBFUND", "Voluntary", channel: "WORK_PERMIT", country: "LA");
    }

    [Fact]
    public void JOBFUND_concerns_nobody_who_works_in_Thailand() => Assert.DoesNotContain(A.Book.Concerning(A.Job(nationality: "TH", channel: "")), s => s.Id == "TH-JOBFUND");
}
