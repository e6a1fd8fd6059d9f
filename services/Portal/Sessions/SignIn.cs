using Gms.Portal.Languages;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gms.Portal.Sessions;

/// <summary>Sign-in through Access: authorization code with PKCE. The Portal has no rights of its own; it calls with the user's token.</summary>
static class SignIn
{
    /// <summary>Access's name for the sign-in by worker number and one-time code.</summary>
    const string ByCode = "acr_values";

    const string CodeForWorkers = "urn:gms:acr:code";

    /// <summary>Leads on to the first page that is offered to who signed in.</summary>
    const string FirstPage = "/workers";

    public static void AddSignIn(this IServiceCollection services, PortalSettings settings)
    {
        // An id token signed by a key that is not known yet makes Access's keys be read before it is judged, at most once a second: else the first
        // person after a rotation could not sign in.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);
        services.AddDataProtection().SetApplicationName("gms-portal").PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(settings.KeysFolder, "portal")));
        services.AddAuthentication(options =>
            {
                options.DefaultScheme = CookieAuthenticationDefaults.AuthenticationScheme;
                options.DefaultChallengeScheme = OpenIdConnectDefaults.AuthenticationScheme;
            })
            .AddCookie(cookie =>
            {
                cookie.Cookie.Name = "gms-portal";
                cookie.Cookie.SameSite = SameSiteMode.Lax;
                cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                cookie.ExpireTimeSpan = TimeSpan.FromHours(8);
                cookie.SlidingExpiration = false;
                cookie.Events.OnValidatePrincipal = TokenRefresh.Validate;
                cookie.Events.OnRedirectToAccessDenied = context =>
                {
                    context.Response.StatusCode = StatusCodes.Status403Forbidden;    // shown by the page that shows every such answer
                    context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(SignIn)).LogInformation(
                        "{Page} was refused to account {Account}", (context.HttpContext.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, context.HttpContext.User.FindFirst("sub")?.Value);
                    return Task.CompletedTask;
                };
            })
            .AddOpenIdConnect(openId =>
            {
                openId.Authority = settings.Issuer;
                openId.RequireHttpsMetadata = !new Uri(settings.Issuer).IsLoopback;
                openId.ClientId = settings.ClientId;
                openId.ClientSecret = File.ReadAllText(settings.ClientSecretFile).Trim();
                openId.ResponseType = OpenIdConnectResponseType.Code;
                openId.ResponseMode = OpenIdConnectResponseMode.Query;
                openId.UsePkce = true;
                openId.RefreshInterval = TimeSpan.FromSeconds(1);
                openId.SaveTokens = true;
                openId.MapInboundClaims = false;
                openId.Scope.Clear();
                openId.Scope.Add("openid");
                openId.Scope.Add("profile");
                openId.Scope.Add("offline_access");
                openId.GetClaimsFromUserInfoEndpoint = true;
                openId.ClaimActions.MapUniqueJsonKey(Offers.AccountName, Offers.AccountName);
                openId.ClaimActions.MapUniqueJsonKey(Offers.OfficeName, Offers.OfficeName);
                openId.ClaimActions.MapUniqueJsonKey(Offers.OwnNumber, Offers.OwnNumber);
                openId.ClaimActions.MapUniqueJsonKey(Offers.Country, Offers.Country);
                openId.ClaimActions.MapUniqueJsonKey(Offers.Agency, Offers.Agency);
                openId.ClaimActions.MapJsonKey(Offers.Roles, Offers.Roles);
                openId.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                openId.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                openId.CorrelationCookie.SameSite = SameSiteMode.Lax;
                openId.NonceCookie.SameSite = SameSiteMode.Lax;
                openId.TokenValidationParameters.NameClaimType = Offers.AccountName;
                openId.TokenValidationParameters.RoleClaimType = Offers.Roles;
                openId.Events.OnRedirectToIdentityProvider = context =>
                {
                    // A form that was sent after the session ended has no page at its own address: its sender begins anew at the first page.
                    if (!HttpMethods.IsGet(context.Request.Method))
                        context.Properties.RedirectUri = FirstPage;
                    context.ProtocolMessage.IssuerAddress = Reached(context.Request, settings, context.ProtocolMessage.IssuerAddress);
                    // Access asks in the language that the person reads here, and a worker by the form for workers first.
                    context.ProtocolMessage.UiLocales = LanguageChoice.Of(context.Request).Code;
                    if (context.Properties.GetParameter<string>(ByCode) is { } how)
                        context.ProtocolMessage.AcrValues = how;
                    else if (context.Request.Path.StartsWithSegments(OwnRecord.OwnPages.Start))
                        context.ProtocolMessage.AcrValues = CodeForWorkers;    // the room's picture was opened by a telephone that is not signed in
                    return Task.CompletedTask;
                };
                openId.Events.OnRedirectToIdentityProviderForSignOut = context =>
                {
                    context.ProtocolMessage.IssuerAddress = Reached(context.Request, settings, context.ProtocolMessage.IssuerAddress);
                    context.ProtocolMessage.PostLogoutRedirectUri = $"{context.Request.Scheme}://{context.Request.Host}/";
                    context.ProtocolMessage.State = null;
                    return Task.CompletedTask;
                };
                openId.Events.OnRemoteFailure = context =>
                {
                    context.Response.Redirect("/?sign-in=failed");
                    context.HandleResponse();
                    return Task.CompletedTask;
                };
            });
        services.AddAuthorization(options => options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddCascadingAuthenticationState();
    }

    /// <summary>The issuer's address as this browser reaches it.</summary>
    internal static string Reached(HttpRequest request, PortalSettings settings, string address) => request.IsHttps && settings.AccessHttpsPort is { } port
        ? new UriBuilder(address) { Scheme = Uri.UriSchemeHttps, Host = request.Host.Host, Port = port }.Uri.AbsoluteUri
        : address;

    public static void MapSignIn(this IEndpointRouteBuilder app)
    {
        app.MapGet("/sign-in", () => Results.Challenge(new() { RedirectUri = FirstPage }, [OpenIdConnectDefaults.AuthenticationScheme])).AllowAnonymous();
        app.MapGet("/sign-in/worker", () => Results.Challenge(
            new AuthenticationProperties(new Dictionary<string, string?>(), new Dictionary<string, object?> { [ByCode] = CodeForWorkers }) { RedirectUri = OwnRecord.OwnPages.Start }, [OpenIdConnectDefaults.AuthenticationScheme])).AllowAnonymous();
        // At Access too: on a telephone that several people use, the next one must not come in as the one before. Also where the session here has ended
        // by itself, for the one at Access may go on: Access then asks.
        app.MapPost("/sign-out", () => Results.SignOut(new() { RedirectUri = "/" }, [CookieAuthenticationDefaults.AuthenticationScheme, OpenIdConnectDefaults.AuthenticationScheme])).AllowAnonymous();
    }
}
