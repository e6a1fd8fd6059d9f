using Gms.SocialSecurity.Contributions;
using Gms.SocialSecurity.Schemes;
using Xunit;

namespace Gms.SocialSecurity.Tests.Contributions;

/// <summary>What must hold of the dues of every scheme at every boundary of its rates, whatever the figures are.</summary>
public sealed class RateBoundaryTests
{
    static readonly long[] Wages = [0, 1, 99_999, 165_000, 1_000_000, 1_234_567, 1_750_000, 45_000_000, 120_000_000, 450_000_000, 999_999_999_999];

    /// <summary>Each scheme with each first and last month of its rates, and the months before and after.</summary>
    public static TheoryData<string, string> Boundaries()
    {
        var all = new TheoryData<string, string>();
        foreach (var scheme in A.Book.Schemes)
            foreach (var month in scheme.Rates.SelectMany(r => new[] { r.From?.AddMonths(-1), r.From, r.To, r.To?.AddDays(1) }).OfType<DateOnly>().Select(d => $"{d:yyyy-MM}").Append("2026-07").Distinct())
                all.Add(scheme.Id, month);
        return all;
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void A_higher_wage_never_costs_less_and_no_share_is_more_than_its_part_of_the_base(string id, string month)
    {
        var scheme = A.Scheme(id);
        var dues = Wages.Select(w => (Wage: w, Due: Due.For(scheme, First(month), w))).ToList();

        foreach (var (lower, higher) in dues.Zip(dues.Skip(1)))
            Assert.True(lower.Due.Employee <= higher.Due.Employee || lower.Due.Employee is null || IsAboveWhatIsKnown(scheme, higher.Due, higher.Wage), $"{lower} {higher}");
        foreach (var (lower, higher) in dues.Zip(dues.Skip(1)))
            Assert.True(lower.Due.Employer <= higher.Due.Employer || lower.Due.Employer is null || IsAboveWhatIsKnown(scheme, higher.Due, higher.Wage), $"{lower} {higher}");
        foreach (var (_, due) in dues.Where(d => d.Due.Base is not null))
        {
            Assert.InRange(due.Employee!.Value - (decimal)due.Base!.Value * due.Rate!.EmployeePpm / 1_000_000, -scheme.Rounding.Unit / 2m, scheme.Rounding.Unit / 2m);
            if (due.Employer is { } employer)
                Assert.InRange(employer - (decimal)due.Base.Value * due.Rate.EmployerPpm / 1_000_000, -scheme.Rounding.Unit / 2m, scheme.Rounding.Unit / 2m);
        }
    }

    /// <summary>A later rate without a ceiling: above the last one known nothing is computed, and there alone.</summary>
    static bool IsAboveWhatIsKnown(Scheme scheme, Due due, long wage) =>
        due is { Base: null, Employee: null, Rate: { BaseMost: null, BaseFixed: null } rate } && scheme.LastCeilingBefore(rate) < wage;

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void A_wage_above_the_ceiling_costs_what_the_ceiling_costs_and_one_below_the_floor_what_the_floor_costs(string id, string month)
    {
        var scheme = A.Scheme(id);
        if (scheme.RateIn(First(month)) is not { } rate)
            return;    // told as not computable, see below
        if (rate.BaseMost is { } most)
            Assert.Equal(Amounts(scheme, month, most), Amounts(scheme, month, most + 1_234_567));
        if (rate.BaseLeast is { } least)
            Assert.Equal(Amounts(scheme, month, least), Amounts(scheme, month, least - 1));
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void Each_month_is_counted_by_the_row_of_its_own_day_and_without_a_row_nothing_is_made_up(string id, string month)
    {
        var scheme = A.Scheme(id);
        var rows = scheme.Rates.Where(r => r.HoldsOn(First(month)) || r.HoldsOn(First(month).AddMonths(1).AddDays(-1))).ToList();
        var due = Due.For(scheme, First(month), 1_000_000);

        Assert.Equal(rows.Count > 0, due.Rate is not null);
        if (due.Rate is null)
            Assert.Equal((null, null, null), (due.Base, due.Employee, due.Employer));
        else
            Assert.Contains(due.Rate, rows);
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void Two_months_under_one_row_cost_the_same(string id, string month)
    {
        var scheme = A.Scheme(id);
        var next = First(month).AddMonths(1);
        if (scheme.RateIn(First(month)) is { } rate && scheme.RateIn(next) == rate)
            Assert.Equal(Wages.Select(w => Amounts(scheme, month, w)), Wages.Select(w => Amounts(scheme, $"{next:yyyy-MM}", w)));
    }

    [Theory]
    [MemberData(nameof(Boundaries))]
    public void What_is_due_exactly_paid_is_paid_one_unit_less_is_short_and_nothing_is_unpaid(string id, string month)
    {
        var due = Due.For(A.Scheme(id), First(month), 1_000_000);
        if (due is not { Employee: { } employee, Employer: { } employer } || employee + employer == 0)
            return;

        Assert.Equal(ContributionState.Paid, due.Compare(employee, employer));
        Assert.Equal(ContributionState.Unpaid, due.Compare(0, 0));
        if (employee > 1)
            Assert.Equal(ContributionState.Short, due.Compare(employee - 1, employer));
        if (employer > 1)
            Assert.Equal(ContributionState.Short, due.Compare(employee, employer - 1));
    }

    static (long?, long?) Amounts(Scheme scheme, string month, long wage) => Due.For(scheme, First(month), wage) is var due ? (due.Employee, due.Employer) : default;

    static DateOnly First(string month) => A.Day(month + "-01");
}
