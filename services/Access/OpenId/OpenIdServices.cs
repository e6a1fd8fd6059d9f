using Gms.Access.Accounts;
using Gms.Access.Pages;
using Gms.Access.SecondFactors;
using Gms.Access.Sessions;
using Gms.Access.Tokens;
using Gms.Platform;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Gms.Access.OpenId;

/// <summary>The OpenID Connect endpoints and the pages behind them: what they need, and where they are.</summary>
static class OpenIdServices
{
    public static void Add(IServiceCollection services, Settings settings)
    {
        services.AddIdentityCore<Account>(Passwords.Configure).AddUserStore<AccountStore>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 210_000);    // OWASP's figure for PBKDF2 with SHA-512
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddSingleton<Passwords.Decoy>();
        services.AddScoped<Passwords>();

        services.AddSingleton(new RealTime(TimeProvider.System));
        services.AddSingleton<KeyRing>();
        services.AddSingleton<TokenIssuer>();
        services.AddSingleton(p => OpenIdSettings.Read(p.GetRequiredService<IConfiguration>(), settings));
        services.AddScoped<TokenReader>().AddScoped<RegistryClients>().AddScoped<SignIns>().AddScoped<SignInTokens>().AddScoped<WebAudit>();
        services.AddScoped<TokenEndpoint>().AddScoped<ClientCredentialsGrant>().AddScoped<TokenExchangeGrant>().AddScoped<CodeGrant>().AddScoped<RefreshGrant>().AddScoped<UserInfo>();
        services.AddScoped<BrowserSessions>().AddScoped<AuthorizePage>().AddScoped<LoginPage>().AddScoped<CodePage>().AddScoped<PasswordPage>().AddScoped<LogoutPage>();
        services.AddScoped<OfficerCodes>().AddScoped<SecondFactorPage>().AddScoped<SetUpPage>().AddScoped<AccountPage>();
        services.AddHttpContextAccessor();
        services.AddSingleton<SignInLimits>();
        services.AddRateLimiter(SignInLimits.Configure);
        AddCookies(services, settings);
    }

    static void AddCookies(IServiceCollection services, Settings settings)
    {
        var secure = settings.Access.Issuer.StartsWith("https:", StringComparison.Ordinal) ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        var folder = Path.Combine(settings.KeysFolder, "cookies");    // beside the other keys, so that every replica reads every cookie
        if (!OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        services.AddDataProtection().SetApplicationName("gms-access").PersistKeysToFileSystem(new(folder));
        services.AddLogging(log => log.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error));    // it warns that keys are plain files, as all keys here are

        services.AddAuthentication().AddCookie(BrowserSessions.Scheme, options =>
        {
            options.Cookie.Name = "gms-access";
            options.Cookie.Path = "/connect";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Lax;    // the portal sends people here
            options.Cookie.SecurePolicy = secure;
            options.ExpireTimeSpan = SessionTimes.Most;    // the session's own end is earlier
            options.SlidingExpiration = false;
        });
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "gms-access-form";
            options.Cookie.Path = "/connect";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = secure;
            options.FormFieldName = "form";
            options.SuppressXFrameOptionsHeader = true;    // the pages' policy says it
        });
    }

    public static void Map(WebApplication app)
    {
        app.Services.GetRequiredService<OpenIdSettings>();    // a wrong setting stops the start, not the first person
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/connect", StringComparison.Ordinal), connect => connect.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = FailurePage.Answer, SuppressDiagnosticsCallback = _ => true }));
        app.UseRateLimiter();

        app.MapGet("/.well-known/openid-configuration", Discovery.Configuration);
        app.MapGet("/connect/jwks", Discovery.Keys);
        app.MapPost("/connect/token", (HttpContext http, TokenEndpoint endpoint) => endpoint.Answer(http)).RequireRateLimiting(SignInLimits.Tokens);
        app.MapMethods("/connect/userinfo", ["GET", "POST"], (HttpContext http, UserInfo endpoint) => endpoint.Answer(http)).RequireRateLimiting(SignInLimits.Tokens);
        app.MapMethods("/connect/authorize", ["GET", "POST"], (HttpContext http, AuthorizePage page) => page.Answer(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapGet("/connect/login", (HttpContext http, LoginPage page) => page.Show(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapPost("/connect/login", (HttpContext http, LoginPage page) => page.Submit(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapGet("/connect/code", (HttpContext http, CodePage page) => page.Show(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapPost("/connect/code", (HttpContext http, CodePage page) => page.Ask(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapGet("/connect/code/enter", (HttpContext http, CodePage page) => page.ShowEnter(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapPost("/connect/code/enter", (HttpContext http, CodePage page) => page.Enter(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapGet("/connect/language/{code}", Languages.PageLanguage.Choose).RequireRateLimiting(SignInLimits.Forms);
        app.MapGet("/connect/password", (HttpContext http, PasswordPage page) => page.Show(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapPost("/connect/password", (HttpContext http, PasswordPage page) => page.Submit(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapGet("/connect/second-factor", (HttpContext http, SecondFactorPage page) => page.Show(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapPost("/connect/second-factor", (HttpContext http, SecondFactorPage page) => page.Submit(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapGet("/connect/second-factor/set-up", (HttpContext http, SetUpPage page) => page.Show(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapPost("/connect/second-factor/set-up", (HttpContext http, SetUpPage page) => page.Submit(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapGet("/connect/account", (HttpContext http, AccountPage page) => page.Show(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapPost("/connect/account", (HttpContext http, AccountPage page) => page.Submit(http)).RequireRateLimiting(SignInLimits.Forms);
        app.MapMethods("/connect/logout", ["GET", "POST"], (HttpContext http, LogoutPage page) => page.Answer(http)).RequireRateLimiting(SignInLimits.Forms);
    }
}
