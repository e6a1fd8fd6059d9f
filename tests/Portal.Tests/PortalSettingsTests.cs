using System.Net;
using Gms.Portal;
using Microsoft.Extensions.Configuration;
using Xunit;

namespace Gms.Portal.Tests;

public sealed class PortalSettingsTests
{
    [Fact]
    public void Proxies_are_trusted_by_network_and_none_where_it_is_not_set()
    {
        Assert.Empty(Read(null).TrustedProxies);
        Assert.Equal([IPNetwork.Parse("10.244.0.0/16"), IPNetwork.Parse("fd00::/8")], Read("10.244.0.0/16, fd00::/8").TrustedProxies);
    }

    [Theory]
    [InlineData("ingress")]
    [InlineData("0.0.0.0/0")]
    public void What_is_no_network_stops_the_start(string proxies) =>
        Assert.StartsWith("Web__TrustedProxies is not right: put ", Assert.Throws<InvalidOperationException>(() => Read(proxies)).Message, StringComparison.Ordinal);

    static PortalSettings Read(string? proxies) => PortalSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Web:Address"] = "https://127.0.0.1:5107",
        ["Access:Issuer"] = "https://access.example.org",
        ["Access:ClientId"] = "portal",
        ["Access:ClientSecretFile"] = "/run/portal.secret",
        ["Keys:Folder"] = "/keys",
        ["Web:TrustedProxies"] = proxies,
    }).Build());
}
