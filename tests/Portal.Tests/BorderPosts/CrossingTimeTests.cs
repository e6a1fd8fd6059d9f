using Gms.Portal.BorderPosts;
using Gms.Portal.Forms;
using Xunit;

namespace Gms.Portal.Tests.BorderPosts;

public sealed class CrossingTimeTests
{
    [Theory]
    [InlineData("2026-11-26T07:30", "LA", "2026-11-26T00:30:00Z")]
    [InlineData("2026-11-26 07:30", "LA", "2026-11-26T00:30:00Z")]
    [InlineData("2026-11-26T07:30", "MM", "2026-11-26T01:00:00Z")]
    [InlineData("2026-11-26T07:30:15", "CN", "2026-11-25T23:30:15Z")]
    public void What_is_typed_is_the_time_of_the_post(string typed, string country, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), CrossingTime.Of(typed, country)!.ToDateTimeOffset());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Nothing_is_now(string? typed) => Assert.Null(CrossingTime.OrNow(typed, "LA"));

    [Theory]
    [InlineData("<script>")]
    [InlineData("2026-13-40T99:99")]
    [InlineData("26/11/2026 07:30")]
    public void What_cannot_be_read_is_refused_by_its_field(string typed)
    {
        var problem = Assert.Single(Assert.Throws<RefusedHereException>(() => CrossingTime.OrNow(typed, "LA")).Refusal.Problems);

        Assert.Equal(("DAY_MALFORMED", "crossed_at"), (problem.Code, problem.Field));
        Assert.Null(CrossingTime.Of(typed, "LA"));
    }
}
