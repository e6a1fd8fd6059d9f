using System.Net;
using Gms.Access.Pages;
using Gms.Platform;
using Xunit;

namespace Gms.Access.Tests.SignInCodes;

/// <summary>Behind a proxy that is trusted: whom it asks for is counted, not the proxy.</summary>
public sealed class BehindProxyTests(BehindProxyTests.Host host) : IClassFixture<BehindProxyTests.Host>
{
    public sealed class Host : OpenIdHost
    {
        protected override IEnumerable<KeyValuePair<string, string?>> Settings => [new("Web:TrustedProxies", "192.0.2.0/24,127.0.0.0/8")];
    }

    [Fact]
    public async Task One_who_tries_number_after_number_keeps_nobody_else_out()
    {
        using var one = new Browser(host, "203.0.113.7");
        for (var i = 0; i < SignInLimits.CodesPerAddress; i++)
            Assert.Equal(HttpStatusCode.Redirect, await Try(one));
        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(one));

        // What the caller wrote before the proxy added its own entry is not believed.
        using var pretends = new Browser(host, "203.0.113.99, 203.0.113.7");
        Assert.Equal(HttpStatusCode.TooManyRequests, await Try(pretends));

        using var other = new Browser(host, "203.0.113.8");
        Assert.Equal(HttpStatusCode.Redirect, await Try(other));
    }

    static async Task<HttpStatusCode> Try(Browser browser) => (await browser.Submit(await browser.Open("/connect/code"), ("number", WorkerNumber.New("LA")), ("paper", "1"))).Status;
}
