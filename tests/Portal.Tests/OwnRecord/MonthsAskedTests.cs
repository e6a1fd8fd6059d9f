using Gms.Portal.OwnRecord;
using Gms.SocialSecurity.V1;
using Gms.Type.V1;
using Xunit;

namespace Gms.Portal.Tests.OwnRecord;

public sealed class MonthsAskedTests
{
    static readonly DateOnly Today = new(2026, 11, 26);

    [Fact]
    public void Up_to_the_last_month_that_is_over_while_it_goes_on() =>
        Assert.Equal(("2026-3", "2026-10"), Asked(Membership(new(2026, 3, 15), null)));

    [Fact]
    public void Up_to_the_month_in_which_the_last_one_ended() =>
        Assert.Equal(("2025-1", "2025-9"), Asked(Membership(new(2025, 1, 1), new(2025, 4, 30)), Membership(new(2025, 6, 1), new(2025, 9, 2))));

    [Fact]
    public void Two_years_at_most() => Assert.Equal(("2024-11", "2026-10"), Asked(Membership(new(2019, 1, 1), null)));

    [Fact]
    public void The_present_month_where_there_is_no_other() => Assert.Equal(("2026-11", "2026-11"), Asked(Membership(new(2026, 11, 3), null)));

    static (string, string) Asked(params Membership[] memberships)
    {
        var (first, last) = MonthsAsked.Of(memberships, Today);
        return ($"{first.Year}-{first.Month}", $"{last.Year}-{last.Month}");
    }

    static Membership Membership(DateOnly from, DateOnly? to) => new() { FromDay = Day(from), ToDay = to is { } day ? Day(day) : null };

    static Date Day(DateOnly day) => new() { Year = day.Year, Month = day.Month, Day = day.Day };
}
