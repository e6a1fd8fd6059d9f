using Gms.SocialSecurity.Memberships;
using Xunit;

namespace Gms.SocialSecurity.Tests.Memberships;

/// <summary>Months as runs.</summary>
public sealed class MonthsTests
{
    [Fact]
    public void Months_make_the_same_runs_whatever_order_they_come_in()
    {
        string[] months = ["2025-11", "2025-12", "2026-01", "2026-03"];
        var expected = Of(months).Runs;

        Assert.Equal(2, expected.Count);
        Assert.All(Orders(months), order => Assert.Equal(expected, Of([.. order]).Runs));
    }

    [Fact]
    public void A_month_twice_counts_once() => Assert.Equal(1, Of("2026-01", "2026-01").Count);

    [Theory]
    [InlineData("2025-12", "2026-02", 3)]
    [InlineData("2026-01", "2026-01", 1)]
    [InlineData("2026-03", "2026-05", 1)]
    [InlineData("2026-06", "2026-09", 0)]
    public void Months_are_counted_in_a_window_with_both_ends(string first, string last, int count) =>
        Assert.Equal(count, Of("2025-12", "2026-01", "2026-02", "2026-05").CountIn(Index(first), Index(last)));

    static Months Of(params string[] months) => Months.Of(months.Select(m => A.Day(m + "-01")));

    static int Index(string month) => Months.Index(A.Day(month + "-01"));

    static IEnumerable<IEnumerable<string>> Orders(string[] months) =>
        months.Length < 2 ? [months] : months.SelectMany(m => Orders([.. months.Where(o => o != m)]).Select(rest => rest.Prepend(m)));
}
