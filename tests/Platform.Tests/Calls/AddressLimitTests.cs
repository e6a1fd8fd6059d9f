using System.Net;
using Gms.Platform;
using Grpc.Core;
using Xunit;

namespace Gms.Platform.Tests.Calls;

public sealed class AddressLimitTests
{
    [Fact]
    public void Each_address_is_counted_for_itself_and_told_when_to_come_back()
    {
        using var limit = new AddressLimit("a.B/C", 3);
        for (var i = 0; i < 3; i++)
            limit.Count(IPAddress.Parse("203.0.113.7"));

        var refused = Assert.Throws<RefusedException>(() => limit.Count(IPAddress.Parse("203.0.113.7")));
        Assert.Equal((StatusCode.ResourceExhausted, "ASKED_TOO_OFTEN", false), (refused.Status, refused.Problems[0].Code, refused.IsAudited));
        Assert.InRange(refused.RetryAfter!.Value, TimeSpan.FromTicks(1), TimeSpan.FromMinutes(1));
        limit.Count(IPAddress.Parse("203.0.113.8"));
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("::ffff:203.0.113.7", "203.0.113.7", true)]
    [InlineData("203.0.113.7", "203.0.113.8", false)]
    public void A_subscriber_s_addresses_count_as_one(string one, string other, bool same) =>
        Assert.Equal(same, AddressPart.Of(IPAddress.Parse(one)) == AddressPart.Of(IPAddress.Parse(other)));
}
