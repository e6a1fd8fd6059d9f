using System.Net;
using Gms.Access.Pages;
using Gms.Platform;
using Xunit;

namespace Gms.Access.Tests.SignInCodes;

/// <summary>On a host of its own: the limit is used up.</summary>
public sealed class CodeAddressLimitTests(CodeHost host) : IClassFixture<CodeHost>
{
    [Fact]
    public async Task One_address_does_not_try_number_after_number()
    {
        using var browser = new Browser(host);
        var form = await browser.Open("/connect/code");
        for (var i = 0; i < SignInLimits.CodesPerAddress; i++)
            Assert.Equal(HttpStatusCode.Redirect, (await browser.Submit(form, ("number", WorkerNumber.New("LA")), ("paper", "1"))).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.Submit(form, ("number", WorkerNumber.New("LA")), ("paper", "1"))).Status);

        // What anybody can write is not believed: no proxy is trusted here.
        using var pretends = new Browser(host, "203.0.113.8");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await pretends.Submit(await pretends.Open("/connect/code"), ("number", WorkerNumber.New("LA")), ("paper", "1"))).Status);
    }
}
