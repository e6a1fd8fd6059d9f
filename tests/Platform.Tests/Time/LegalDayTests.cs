using System.Globalization;
using Xunit;

namespace Gms.Platform.Tests.Time;

public sealed class LegalDayTests
{
    [Theory]
    [InlineData("2026-03-01T15:59:59Z", "2026-03-01")]
    [InlineData("2026-03-01T16:00:00Z", "2026-03-01")]    // begun in China
    [InlineData("2026-03-01T17:00:00Z", "2026-03-01")]    // begun in Cambodia, Lao PDR, Thailand and Viet Nam
    [InlineData("2026-03-01T17:29:59Z", "2026-03-01")]
    [InlineData("2026-03-01T17:30:00Z", "2026-03-02")]    // begun in Myanmar: the last
    public void A_day_has_come_everywhere_when_it_has_begun_in_Myanmar(string instant, string day) =>
        Assert.Equal(DateOnly.Parse(day, CultureInfo.InvariantCulture), new At(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture)).TodayEverywhere());

    sealed class At(DateTimeOffset instant) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => instant;
    }
}
