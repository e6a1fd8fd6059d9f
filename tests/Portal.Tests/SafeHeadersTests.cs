using Microsoft.AspNetCore.Http;
using Xunit;

namespace Gms.Portal.Tests;

public sealed class SafeHeadersTests
{
    [Theory]
    [InlineData("http", null, "http://localhost:5100")]
    [InlineData("https", null, "http://localhost:5100")]
    [InlineData("https", 5443, "https://portal.example:5443")]
    public async Task Forms_are_sent_to_the_Portal_and_lead_on_to_where_one_signs_in_and_nowhere_else(string scheme, int? port, string issuer)
    {
        var http = new DefaultHttpContext { Request = { Scheme = scheme, Host = new("portal.example", 5001) } };
        var settings = new PortalSettings("", "http://localhost:5100/", "", "", "", new Dictionary<string, Uri>(), [], port);

        await new SafeHeaders(_ => Task.CompletedTask, settings).InvokeAsync(http);

        Assert.EndsWith($"; form-action 'self' {issuer}", http.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }
}
