using System.Globalization;
using System.Net;
using System.Security.Claims;
using Gms.Portal.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Xunit;

namespace Gms.Portal.Tests.Sessions;

/// <summary>A token that has run out, and an issuer that answers, refuses, or is away.</summary>
public sealed class TokenRefreshTests
{
    static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_pages_at_once_use_a_refresh_token_once_and_both_have_the_next()
    {
        var (asked, both) = (0, new TaskCompletionSource());
        await using var issuer = await Issuer(async http =>
        {
            Interlocked.Increment(ref asked);
            await both.Task;
            await http.Response.WriteAsJsonAsync(new { access_token = "next", refresh_token = "next-refresh", expires_in = 600 });
        });
        var refresh = Guid.NewGuid().ToString();
        var pages = new[] { Page(issuer.Urls.Single(), refresh), Page(issuer.Urls.Single(), refresh) };

        var validated = pages.Select(TokenRefresh.Validate).ToList();
        both.SetResult();
        await Task.WhenAll(validated);

        Assert.Equal(1, asked);
        Assert.All(pages, page => Assert.Equal(("next", "next-refresh"), (page.Properties.GetTokenValue("access_token"), page.Properties.GetTokenValue("refresh_token"))));
    }

    [Fact]
    public async Task Whom_the_issuer_refuses_is_signed_out()
    {
        await using var issuer = await Issuer(http =>
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return http.Response.WriteAsJsonAsync(new { error = "invalid_grant" });
        });
        var page = Page(issuer.Urls.Single(), Guid.NewGuid().ToString());

        await TokenRefresh.Validate(page);

        Assert.Null(page.Principal);
    }

    [Fact]
    public async Task While_the_issuer_is_away_or_fails_nobody_is_signed_out()
    {
        await using var failing = await Issuer(http =>
        {
            http.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return Task.CompletedTask;
        });
        string gone;
        await using (var issuer = await Issuer(_ => Task.CompletedTask))
            gone = issuer.Urls.Single();

        foreach (var address in new[] { failing.Urls.Single(), gone })
        {
            var page = Page(address, Guid.NewGuid().ToString());

            await TokenRefresh.Validate(page);

            Assert.NotNull(page.Principal);
        }
    }

    static async Task<WebApplication> Issuer(RequestDelegate answers)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/token", answers);
        await app.StartAsync(Cancel);
        return app;
    }

    static CookieValidatePrincipalContext Page(string issuer, string refresh)
    {
        var services = new ServiceCollection();
        services.AddMemoryCache().AddLogging().AddAuthentication().AddCookie();
        services.AddOptions<OpenIdConnectOptions>(OpenIdConnectDefaults.AuthenticationScheme).Configure(openId =>
        {
            (openId.ClientId, openId.ClientSecret) = ("portal", "secret");
            openId.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(new() { TokenEndpoint = issuer + "/token" });
        });
        var http = new DefaultHttpContext { RequestServices = services.BuildServiceProvider() };
        var properties = new AuthenticationProperties();
        properties.StoreTokens(
        [
            new() { Name = "access_token", Value = "past" },
            new() { Name = "refresh_token", Value = refresh },
            new() { Name = "expires_at", Value = DateTimeOffset.UtcNow.AddMinutes(-2).ToString("o", CultureInfo.InvariantCulture) },
        ]);
        var scheme = new AuthenticationScheme(CookieAuthenticationDefaults.AuthenticationScheme, null, typeof(CookieAuthenticationHandler));
        return new(http, scheme, new(), new(new ClaimsPrincipal(new ClaimsIdentity("test")), properties, scheme.Name));
    }
}
