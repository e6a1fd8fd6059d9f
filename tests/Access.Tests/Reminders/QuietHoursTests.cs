using Gms.Access.Reminders;
using Gms.Platform;
using Xunit;

namespace Gms.Access.Tests.Reminders;

public sealed class QuietHoursTests
{
    static readonly QuietHours Own = QuietHours.Load();

    static DateTimeOffset At(string country, int day, int hour, int minute = 0) => new DateOnly(2026, 12, day).StartIn(country).AddHours(hour).AddMinutes(minute);

    [Theory]
    [InlineData("TH", 7, 59, 5)]
    [InlineData("TH", 0, 0, 5)]
    [InlineData("MM", 20, 0, 6)]
    [InlineData("CN", 23, 59, 6)]
    public void In_the_evening_and_at_night_it_is_quiet_until_the_morning(string country, int hour, int minute, int endsOn) =>
        Assert.Equal(At(country, endsOn, 8), Own.EndAt(country, At(country, 5, hour, minute)));

    [Theory]
    [InlineData(8, 0)]
    [InlineData(19, 59)]
    public void By_day_it_is_not(int hour, int minute) => Assert.Null(Own.EndAt("LA", At("LA", 5, hour, minute)));

    [Fact]
    public void It_is_the_hour_of_the_country_that_counts()
    {
        // 19:30 in Yangon is 21:00 in Beijing.
        var now = At("MM", 5, 19, 30);

        Assert.Null(Own.EndAt("MM", now));
        Assert.Equal(At("CN", 6, 8), Own.EndAt("CN", now));
    }

    [Theory]
    [InlineData(6, 12, 0, false)]    // of use until noon, four hours after the morning
    [InlineData(6, 12, 1, true)]
    [InlineData(5, 23, 0, false)]    // before the morning
    [InlineData(20, 0, 0, true)]
    public void What_the_morning_would_be_too_late_for_goes_at_night(int untilDay, int hour, int minute, bool waits) =>
        Assert.Equal(waits ? At("LA", 6, 8) : null, Own.HoldsUntil("LA", At("LA", 5, 21), At("LA", untilDay, hour, minute)));

    [Fact]
    public void A_country_may_have_hours_of_its_own()
    {
        QuietHours hours = new([new("*", 20, 8), new("VN", 22, 6)], TimeSpan.Zero);

        Assert.Null(hours.EndAt("VN", At("VN", 5, 21)));
        Assert.Equal(At("VN", 6, 6), hours.EndAt("VN", At("VN", 5, 22)));
    }
}
