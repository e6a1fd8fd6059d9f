using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Memberships;
using Xunit;

namespace Gms.SocialSecurity.Tests.Contributions;

/// <summary>Worked examples: what should have been paid, month by month. Amounts in minor units.</summary>
public sealed class ArrearsRulesTests
{
    static readonly PaymentDays Days = PaymentDays.Load();

    // Thailand, Social Security Act B.E. 2533, section 47: by the fifteenth of the month after; section 49: 2 % a month on what is missing.
    [Fact]
    public void TH_1300_baht_missing_since_15_March_are_2_percent_of_it_times_3_whole_months_on_20_June_so_78() =>
        Assert.Equal((ArrearsState.Unpaid, 1_300_00L, 78_00L), Month("TH-SSF-33", "2026-02", "2026-06-20", wage: 13_000_00, employee: 0, employer: 0));

    [Fact]
    public void TH_the_penalty_begins_with_the_first_whole_month_so_14_April_owes_0_and_15_April_26() =>
        Assert.Equal((0L, 26_00L), (Month("TH-SSF-33", "2026-02", "2026-04-14", 13_000_00, 0, 0).Penalty, Month("TH-SSF-33", "2026-02", "2026-04-15", 13_000_00, 0, 0).Penalty));

    [Fact]
    public void TH_the_employer_kept_650_back_and_paid_only_the_workers_share_so_650_are_missing() =>
        Assert.Equal((ArrearsState.Short, 650_00L, (long?)13_00), Month("TH-SSF-33", "2026-02", "2026-04-20", 13_000_00, 650_00, 0));

    // Viet Nam, Law 41/2024/QH15: by the last day of the month after; 0.03 % a day.
    [Fact]
    public void VN_2500000_dong_missing_for_10_days_are_0_03_percent_times_10_so_7500() =>
        Assert.Equal((ArrearsState.Unpaid, 2_500_000L, 7_500L), Month("VN-SI-COMP", "2026-03", "2026-05-10", wage: 10_000_000, employee: 0, employer: 0));

    // China, Social Insurance Law, article 86: 0.05 % a day, from a day that each city sets. The base is in words only, so nothing is computed.
    [Fact]
    public void CN_what_is_missing_cannot_be_computed_and_no_penalty_is_made_up() =>
        Assert.Equal((ArrearsState.NotComputable, null, null), Month("CN-PENSION", "2026-03", "2026-06-10", wage: 8_000_00, employee: 640_00, employer: 1_280_00));

    // Cambodia, Prakas 168/22: by the fifteenth; the penalty was not read.
    [Fact]
    public void KH_20000_riel_each_are_missing_and_the_penalty_is_not_in_the_data() =>
        Assert.Equal((ArrearsState.Unpaid, 40_000_00L, null), Month("KH-NSSF-PENSION", "2026-03", "2026-06-10", wage: 1_000_000_00, employee: 0, employer: 0));

    [Theory]
    [InlineData("2026-03-15", nameof(ArrearsState.NotDue))]      // the last day for February
    [InlineData("2026-03-16", nameof(ArrearsState.NotFiled))]
    public void A_month_that_nobody_filed_is_late_the_day_after_the_day_it_was_due(string today, string state) =>
        Assert.Equal(state, Of(A.Membership("2026-02-01"), [], today).First().State.ToString());

    [Fact]
    public void What_a_month_costs_whose_wage_nobody_filed_is_not_made_up()
    {
        var month = Of(A.Membership("2026-02-01"), [], "2026-06-01").First();

        Assert.Equal((null, null, null, "No wage was filed for this month."), (month.Expected, month.Missing, month.Penalty, month.Note));
    }

    // Thailand, section 39: 9 % of the fixed base of 4,800 whatever the wage. No row of payment_days.json: late when the month is over.
    [Fact]
    public void TH_39_432_baht_are_missing_for_a_month_that_nobody_filed() =>
        Assert.Equal((ArrearsState.NotFiled, 432_00L, null), Told(Of(A.Membership("2026-02-01", scheme: "TH-SSF-39", employer: ""), [], "2026-03-01", "TH-SSF-39").First()));

    // Thailand, Workmen's Compensation Act: paid by the year, in January. A single month owes nothing.
    [Theory]
    [InlineData("TH-WCF")]
    [InlineData("TH-CMHI")]
    [InlineData("LA-NHI")]
    public void A_scheme_that_is_not_paid_by_the_month_has_no_month_in_arrears(string scheme) =>
        Assert.Empty(Of(A.Membership("2025-02-01", scheme: scheme), [], "2026-03-01", scheme));

    [Fact]
    public void Months_are_expected_from_the_first_day_to_the_last_of_the_membership_and_no_further() =>
        Assert.Equal(["2026-01", "2026-02", "2026-03"], Of(A.Membership("2026-01-31", "2026-03-01"), [], "2026-12-01").Select(m => $"{m.Month:yyyy-MM}"));

    [Fact]
    public void A_day_labourer_with_two_days_in_one_month_owes_that_month_once() =>
        Assert.Single(Of(A.Membership("2026-01-05", "2026-01-06"), [], "2026-12-01"));

    // Cambodia, occupational risk: a mill that hires by the day files each month once.
    [Fact]
    public void KH_22_daily_spells_at_one_mill_with_one_filing_owe_nothing_and_with_none_one_month()
    {
        List<Membership> spells = [.. Enumerable.Range(1, 22).Select(day => Spell($"2026-03-{day:00}", $"2026-03-{day:00}"))];
        var filed = Filed(spells[4], "KH-NSSF-OR", "2026-03", 200_000_00, 0, 1_600_00, 0);

        Assert.Equal([ArrearsState.Paid], ArrearsRules.Of(spells, A.Scheme("KH-NSSF-OR"), [filed], Days, A.Day("2026-06-01")).Select(m => m.State));
        Assert.Equal([(ArrearsState.NotFiled, spells[0])], ArrearsRules.Of(spells, A.Scheme("KH-NSSF-OR"), [], Days, A.Day("2026-06-01")).Select(m => (m.State, m.Membership)));

        static Membership Spell(string from, string to)
        {
            var spell = A.Membership(from, to, "mill", "KH-NSSF-OR");
            typeof(Membership).GetProperty(nameof(Membership.Id))!.SetValue(spell, Guid.CreateVersion7());
            return spell;
        }
    }

    // Thailand, section 47: due on the fifteenth of the month after; filed early and paid on the last day is no arrears before.
    [Theory]
    [InlineData("2026-03-15", 0, nameof(ArrearsState.NotDue))]
    [InlineData("2026-03-15", 100_00, nameof(ArrearsState.NotDue))]
    [InlineData("2026-03-16", 0, nameof(ArrearsState.Unpaid))]
    [InlineData("2026-03-16", 100_00, nameof(ArrearsState.Short))]
    public void A_month_that_is_filed_and_not_paid_is_owed_the_day_after_the_day_it_was_due(string today, long paid, string state) =>
        Assert.Equal(state, Month("TH-SSF-33", "2026-02", today, 13_000_00, paid, paid).State.ToString());

    [Fact]
    public void Of_a_month_that_was_corrected_only_the_last_filing_counts()
    {
        var membership = A.Membership("2026-02-01", "2026-02-28");
        Contribution[] filed = [Filed(membership, "TH-SSF-33", "2026-02", 13_000_00, 0, 0, 0), Filed(membership, "TH-SSF-33", "2026-02", 13_000_00, 650_00, 650_00, 1)];

        Assert.Equal(ArrearsState.Paid, Assert.Single(Of(membership, filed, "2026-06-01")).State);
        Assert.Equal(ArrearsState.Paid, Assert.Single(Of(membership, [.. filed.Reverse()], "2026-06-01")).State);
    }

    [Fact]
    public void A_membership_recorded_in_error_owes_nothing()
    {
        var membership = A.Membership("2026-02-01");
        membership.End(A.Day("2026-03-01"), MembershipEnd.RecordedInError);

        Assert.Empty(Of(membership, [], "2026-06-01"));
    }

    [Fact]
    public void Who_pays_for_himself_has_no_employer_to_complain_of() =>
        Assert.Equal(["ARREARS_OWED_BY_WORKER", "ARREARS_NONE"], ArrearsRules.ToComplain(A.Membership(employer: ""), []).Select(p => p.Code));

    [Theory]
    [InlineData("""{"id":"X","schemes":["TH-SSF-34"],"due_day":15,"months_after":1,"rule":"r","source":"s","found":true,"confidence":"high","effective_from":null}""")]
    [InlineData("""{"id":"X","schemes":["TH-SSF-33"],"due_day":31,"months_after":1,"rule":"r","source":"s","found":true,"confidence":"high","effective_from":null}""")]
    [InlineData("""{"id":"X","schemes":["TH-SSF-33"],"due_day":15,"months_after":1,"penalty_ppm":20000,"rule":"r","source":"s","found":true,"confidence":"high","effective_from":null}""")]
    public void Data_that_cannot_be_right_stops_the_start(string row) =>
        Assert.Throws<Platform.SettingsException>(() => PaymentDays.Read($$"""{"meta":{},"rules":[{{row}}]}""", A.Book));

    static (ArrearsState State, long? Missing, long? Penalty) Month(string scheme, string month, string today, long wage, long employee, long employer)
    {
        var membership = A.Membership(month + "-01", A.Day(month + "-01").AddMonths(1).AddDays(-1).ToString("yyyy-MM-dd", null), scheme: scheme);
        return Told(Assert.Single(Of(membership, [Filed(membership, scheme, month, wage, employee, employer, 0)], today, scheme)));
    }

    static (ArrearsState State, long? Missing, long? Penalty) Told(OwedMonth month) => (month.State, month.Missing, month.Penalty);

    static Contribution Filed(Membership membership, string scheme, string month, long wage, long employee, long employer, int correction) =>
        Contribution.Of(membership, A.Scheme(scheme).Currency, A.Day(month + "-01"), wage, Gms.SocialSecurity.Contributions.Due.For(A.Scheme(scheme), A.Day(month + "-01"), wage), employee, employer, correction);

    static IEnumerable<OwedMonth> Of(Membership membership, Contribution[] filed, string today, string scheme = "TH-SSF-33") =>
        ArrearsRules.Of([membership], A.Scheme(scheme), filed.Standing().Values, Days, A.Day(today));
}
