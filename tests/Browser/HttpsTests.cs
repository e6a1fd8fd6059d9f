using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gms.Journeys;
using Gms.Local;
using Gms.Local.Demo;
using Gms.Portal.Languages;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace Gms.Browser;

/// <summary>The Portal and Access by https, with the certificate of the state folder's own authority, as <c>./registry up</c> serves them.</summary>
public sealed class HttpsTests(WholeSystem whole, Chromium chromium)
{
    int Portal => whole.System.Ports.Https(Service.Portal);

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task An_officer_signs_in_and_out_without_leaving_https(string host)
    {
        var portal = $"https://{host}:{Portal}";
        var page = await chromium.Page(Language.English.Code, anyCertificate: true);
        List<string> clear = [];
        page.Request += (_, request) =>
        {
            if (request.Url.StartsWith("http:", StringComparison.Ordinal))
                clear.Add(request.Url);
        };

        await page.GotoAsync(portal + "/sign-in");
        Assert.StartsWith($"https://{host}:{whole.System.Ports.Https(Service.Access)}/", page.Url, StringComparison.Ordinal);
        await page.Locator("#account").FillAsync(Account.Ministry("LA"));
        await page.Locator("#password").FillAsync(new Person(whole, page, Language.English).Password(Account.Ministry("LA")));
        await page.Locator("form button").ClickAsync();
        await page.WaitForURLAsync(portal + "/**", new() { WaitUntil = WaitUntilState.Commit });
        await Expect(page.Locator("header")).ToContainTextAsync(Account.Ministry("LA"));
        Assert.True(await page.EvaluateAsync<bool>("window.isSecureContext"));
        Assert.All(await page.Context.CookiesAsync([portal]), c => Assert.True(c.Secure || !c.Name.StartsWith("gms-portal", StringComparison.Ordinal)));

        Assert.StartsWith($"https://{host}:{whole.System.Ports.Https(Service.Access)}/", await page.Locator("form[action='/sign-out'] a").GetAttributeAsync("href"), StringComparison.Ordinal);
        await page.Locator("form[action='/sign-out'] button").First.ClickAsync();
        await page.WaitForURLAsync(portal + "/**", new() { WaitUntil = WaitUntilState.Commit });
        await page.GotoAsync(portal + "/sign-in");
        await Expect(page.Locator("#password")).ToBeVisibleAsync();    // at Access too
        Assert.Empty(clear);
    }

    [Fact]
    public async Task Whoever_trusts_the_authority_trusts_the_certificate_at_each_name_and_nobody_else_does()
    {
        using var authority = X509CertificateLoader.LoadCertificateFromFile(new LocalAuthority(whole.System.State).CertificateFile);
        using var trusting = Client(authority);
        using var strange = Client();
        foreach (var port in new[] { Portal, whole.System.Ports.Https(Service.Access) })
        {
            foreach (var host in new[] { "127.0.0.1", "localhost" })
                using (var answer = await trusting.GetAsync(new Uri($"https://{host}:{port}/health"), TestContext.Current.CancellationToken))
                    Assert.True((int)answer.StatusCode < 500);
            await Assert.ThrowsAsync<HttpRequestException>(() => strange.GetAsync(new Uri($"https://127.0.0.1:{port}/health"), TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("localhost", true)]
    [InlineData("127.0.0.1", true)]
    [InlineData("192.168.1.5", true)]
    [InlineData("fd00::5", true)]
    [InlineData("registry.example.org", false)]
    [InlineData("203.0.113.5", false)]
    [InlineData("2001:db8::5", false)]
    public void What_the_authority_signs_is_worth_something_on_this_machine_and_in_private_networks_only(string name, bool worth)
    {
        var file = new LocalAuthority(whole.System.State).CertificateFile;
        using var authority = X509Certificate2.CreateFromPemFile(file, file.Replace("authority.pem", "authority-key.pem", StringComparison.Ordinal));
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=somebody", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var signed = request.Create(authority, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddDays(1), [1, 2, 3, 4]);
        using var chain = new X509Chain { ChainPolicy = { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck } };
        chain.ChainPolicy.CustomTrustStore.Add(authority);

        Assert.Equal(worth, chain.Build(signed));
    }

    static HttpClient Client(params X509Certificate2[] trusted)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.AddRange(trusted);
        return new(new SocketsHttpHandler { AllowAutoRedirect = false, SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = policy } });
    }
}
