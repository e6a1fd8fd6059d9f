using Gms.Portal.BorderPosts;
using Xunit;

namespace Gms.Portal.Tests.BorderPosts;

public sealed class CrossingTimeTests
{
    [Theory]
    [InlineData("2026-11-26T07:30", "LA", "2026-11-26T00:30:00Z")]
    [InlineData("2026-11-26T07:30", "MM", "2026-11-26T01:00:00Z")]
    [InlineData("2026-11-26T07:30:15", "CN", "2026-11-25T23:30:15Z")]
    public void What_is_typed_is_the_time_of_the_post(string typed, string country, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), CrossingTime.Of(typed, country)!.ToDateTimeOffset());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("<script>")]
    [InlineData("2026-13-40T99:99")]
    public void Nothing_readable_is_now(string? typed) => Assert.Null(CrossingTime.Of(typed, "LA"));
}
