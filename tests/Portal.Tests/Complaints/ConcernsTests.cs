using System.Net;
using Gms.Portal.Complaints;
using Xunit;

namespace Gms.Portal.Tests.Complaints;

public sealed class ConcernsTests
{
    [Fact]
    public void A_secret_is_that_of_its_form_alone_and_is_read_as_a_hand_writes_it()
    {
        var form = Guid.NewGuid();
        var secret = ConcernSecret.Of(form);

        Assert.Matches("^([2-9A-HJ-NP-TV-Z]{4}-){4}[2-9A-HJ-NP-TV-Z]{4}$", secret);
        Assert.Equal((secret, ConcernSecret.RequestOf(form)), (ConcernSecret.Of(form), ConcernSecret.RequestOf(form)));
        Assert.NotEqual((secret, ConcernSecret.RequestOf(form)), (ConcernSecret.Of(Guid.NewGuid()), ConcernSecret.RequestOf(Guid.NewGuid())));
        Assert.Equal(ConcernSecret.Hash(secret), ConcernSecret.Hash($" {secret.ToLowerInvariant().Replace('-', ' ')} "));
        Assert.Matches("^[0-9a-f]{64}$", ConcernSecret.Hash(secret));
    }

    [Fact]
    public void One_address_that_sends_too_often_waits_and_others_do_not()
    {
        using var limit = new ConcernLimit();
        var (one, other) = (IPAddress.Parse("192.0.2.1"), IPAddress.Parse("192.0.2.2"));

        Assert.All(Enumerable.Range(0, ConcernLimit.Most), _ => Assert.True(limit.Takes("raise", one)));

        Assert.False(limit.Takes("raise", one));
        Assert.True(limit.Takes("follow", one));
        Assert.True(limit.Takes("raise", other));
    }

    [Fact]
    public void An_IPv6_subscriber_s_addresses_count_as_one()
    {
        using var limit = new ConcernLimit();

        Assert.All(Enumerable.Range(1, ConcernLimit.Most), i => Assert.True(limit.Takes("raise", IPAddress.Parse($"2001:db8:1:2::{i:x}"))));

        Assert.False(limit.Takes("raise", IPAddress.Parse("2001:db8:1:2:ffff::9")));
        Assert.True(limit.Takes("raise", IPAddress.Parse("2001:db8:1:3::1")));
    }
}
