using System.Net;
using Gms.Access.Pages;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Gms.Access.Tests.Pages;

public sealed class SignInLimitsTests
{
    [Fact]
    public void An_IPv6_subscriber_s_addresses_count_as_one()
    {
        using var limits = new SignInLimits();

        Assert.All(Enumerable.Range(1, SignInLimits.CodesPerAddress), i => Assert.True(limits.AllowsCode(From($"2001:db8:1:2::{i:x}"))));

        Assert.False(limits.AllowsCode(From("2001:db8:1:2:ffff::9")));
        Assert.True(limits.AllowsCode(From("2001:db8:1:3::1")));
        Assert.Equal(SignInLimits.PerAddress(From("2001:db8:1:2::1"), 1).PartitionKey, SignInLimits.PerAddress(From("2001:db8:1:2:ffff::9"), 1).PartitionKey);
    }

    static DefaultHttpContext From(string address) => new() { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
}
