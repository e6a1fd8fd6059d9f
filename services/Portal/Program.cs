using Gms.Platform;
using Gms.Portal;
using Gms.Portal.Administration;
using Gms.Portal.BorderPosts;
using Gms.Portal.Complaints;
using Gms.Portal.Figures;
using Gms.Portal.Forms;
using Gms.Portal.Help;
using Gms.Portal.Inspections;
using Gms.Portal.LabourMinistry;
using Gms.Portal.Languages;
using Gms.Portal.OwnRecord;
using Gms.Portal.Pages;
using Gms.Portal.RecruitmentAgency;
using Gms.Portal.ReturnedWorkers;
using Gms.Portal.Sessions;
using Gms.Portal.SocialSecurityOffice;
using Gms.Portal.TrainingCentre;
using Gms.Portal.Uploads;

if (args is ["schema"])
    return 0;    // The Portal keeps nothing but its sessions, and those in its cookies.
if (args is ["health"])
    return await HealthVerb.Run();

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
var settings = PortalSettings.Read(builder.Configuration);

builder.WebHost.UseUrls(settings.Address);
builder.WebHost.ConfigureKestrel(kestrel =>
{
    kestrel.AddServerHeader = false;
    kestrel.Limits.MaxRequestLineSize = 16 * 1024;    // a form that was refused comes back in its page's address, as long as a complaint's answer may be
});
builder.Logging.ClearProviders().AddJsonConsole().AddFilter("Microsoft", LogLevel.Warning).AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error).AddFilter("System.Net.Http", LogLevel.Warning).AddFilter("Grpc", LogLevel.None);
builder.Services.AddSingleton(settings);
builder.Services.AddSignIn(settings);
builder.Services.AddHttpContextAccessor();
builder.Services.AddSingleton<Channels>();
builder.Services.AddScoped<Services>();
builder.Services.AddScoped<Sealed>();
builder.Services.AddMemoryCache();
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddLanguages();
builder.Services.AddSingleton<CarriedLists>();
builder.Services.AddSingleton<DemonstrationWorkers>();
builder.Services.AddSingleton<ConcernLimit>();
builder.Services.AddExceptionHandler<FailureLog>();
builder.Services.AddRazorComponents();
builder.Services.AddHealthChecks();
builder.Services.AddFlowFiles();

var app = builder.Build();
app.UseTrustedProxies(settings.TrustedProxies);    // before whatever counts by address
app.UseMiddleware<SafeHeaders>();
app.UseCallCount();
app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = "/error", SuppressDiagnosticsCallback = _ => true });    // FailureLog has told it
app.UseStaticFiles();
app.UseStatusCodePagesWithReExecute("/not-found");
app.UseMiddleware<LargestForm>();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.UseMiddleware<StaleForm>();
app.UseRateLimiter();
app.MapHealthChecks("/health").AllowAnonymous();
app.MapSignIn();
app.MapLanguages();
app.MapFlowFiles();
app.MapCheck();
app.MapFindWorker();
app.MapUploads();
app.MapSocialSecurity();
app.MapAgency();
app.MapDepartures();
app.MapDashboardFiles();
app.MapPlans();
app.MapInspections();
app.MapConcerns();
app.MapCases();
app.MapErrors();
app.MapTraining();
app.MapWithdrawals();
app.MapOwnOrientation();
app.MapAdministration();
app.MapRazorComponents<App>();
await app.RunAsync();
return 0;
