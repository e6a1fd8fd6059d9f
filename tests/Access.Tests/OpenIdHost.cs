using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Gms.Access.Demonstration;
using Gms.Access.Tokens;
using Gms.Platform;
using Gms.Testing;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Xunit;

namespace Gms.Access.Tests;

/// <summary>Access as its own issuer, on real HTTP with a database of its own, the demonstration's accounts and a clock for tokens that tests move.</summary>
public class OpenIdHost : IAsyncLifetime
{
    public const string Redirect = "http://127.0.0.1:9/signed-in", SignedOut = "http://127.0.0.1:9/signed-out";

    readonly string _folder = Directory.CreateTempSubdirectory("gms-test").FullName;
    readonly Dictionary<string, DemonstrationSignIn> _signIns = [];
    TestDatabase? _database;
    WebApplication? _app;
    GrpcChannel? _channel;

    public string Issuer { get; } = $"http://127.0.0.1:{FreePort()}";

    public MovableTime Time { get; } = new();

    /// <summary>The services that Access asks, which do not run here.</summary>
    public StandIns Peers { get; } = new();

    /// <summary>Settings beside the usual ones.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    public CapturedLog Log { get; } = new();

    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

    internal DemonstrationSignIn SignIn(string account) => _signIns[account];

    public virtual async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.Make();
        SchemaSteps.Apply<AccessDb>(_database.StepsConnection, _database.AppConnection);
        foreach (var client in new[] { "registry", "recruitment", "social-security", "access", "portal" })
            await File.WriteAllTextAsync(Path.Combine(_folder, client + ".secret"), Secret(client) + "\n");

        _app = Program.Service().Needs(Fast.Passwords).Build(["--environment=Development"],
            configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Grpc:Address"] = "http://127.0.0.1:0",
                ["Web:Address"] = Issuer,
                ["Database:App"] = _database.AppConnection,
                ["Access:Issuer"] = Issuer,
                ["Access:ClientSecretsFolder"] = _folder,
                ["Access:PortalRedirects"] = Redirect,
                ["Access:PortalSignedOutRedirects"] = SignedOut,
                ["Keys:Folder"] = Path.Combine(_folder, "keys"),
                ["Seals:Folder"] = _folder,
            }).AddInMemoryCollection(Settings),
            services =>
            {
                services.AddSingleton(new RealTime(Time));
                services.AddScoped<IPeers>(_ => Peers);
                Log.AddTo(services);
            });
        await _app.StartAsync();
        _channel = GrpcChannel.ForAddress(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First(a => a != Issuer));
        await LoadDemonstration();
        Administrator = WithToken(await PersonsToken("administrator"));
    }

    /// <summary>gRPC as the registry's administrator, whatever time has passed for tokens since: the validator sees the real one.</summary>
    public CallInvoker Administrator { get; private set; } = null!;

    public async Task LoadDemonstration(IReadOnlyDictionary<string, Guid>? agencies = null)
    {
        var file = new SignInsFile(SignInsFile);
        await Scoped(async services =>
        {
            await DemonstrationData.Load(services, agencies ?? new Dictionary<string, Guid>(), file, CancellationToken.None);
            return true;
        });
        _signIns.Clear();
        foreach (var (name, signIn) in file.Read())
            _signIns.Add(name, signIn);
    }

    public string SignInsFile => Path.Combine(_folder, "sign-ins.json");

    public static string Secret(string client) => $"{client}: a secret % with signs";

    /// <summary>Until it is disposed, the file of this client's secret cannot be read.</summary>
    public FileStream HoldSecret(string client) => new(Path.Combine(_folder, client + ".secret"), FileMode.Open, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Asks the token endpoint as this client.</summary>
    internal async Task<TokenReply> Token(string client, string? secret, params (string Name, string Value)[] form)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Issuer + "/connect/token") { Content = new FormUrlEncodedContent(form.Select(f => KeyValuePair.Create(f.Name, f.Value))) };
        if (secret is not null)
            request.Headers.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Uri.EscapeDataString(client)}:{Uri.EscapeDataString(secret)}")));
        using var response = await Http.SendAsync(request);
        Assert.True(response.Headers.CacheControl?.NoStore);
        return new(response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }

    internal Task<TokenReply> TokenAs(string client, params (string Name, string Value)[] form) => Token(client, Secret(client), form);

    /// <summary>The Portal fetches what the code of a sign-in gives.</summary>
    internal Task<TokenReply> Redeem(string code, string verifier = Browser.Verifier, string redirect = Redirect) =>
        TokenAs("portal", ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", redirect), ("code_verifier", verifier));

    /// <summary>The Portal asks for the next tokens.</summary>
    internal Task<TokenReply> Refresh(string token) => TokenAs("portal", ("grant_type", "refresh_token"), ("refresh_token", token));

    internal Task<TokenReply> Exchange(string client, string subjectToken, string audience) => TokenAs(client,
        ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"),
        ("subject_token", subjectToken),
        ("subject_token_type", "urn:ietf:params:oauth:token-type:access_token"),
        ("audience", audience));

    /// <summary>A person's token, had as the local tool has it.</summary>
    public async Task<string> PersonsToken(string account) => (await TokenAs("access",
        ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange"), ("subject_token", account), ("subject_token_type", "urn:gms:token-type:account"))).AccessToken;

    /// <summary>gRPC as whoever holds this token; verified through this issuer's own key list.</summary>
    public CallInvoker WithToken(string token, string purpose = "administration") => _channel!.Intercept(headers =>
    {
        headers.Add("authorization", "Bearer " + token);
        headers.Add("gms-purpose", purpose);
        return headers;
    });

    public Task<T> Db<T>(Func<AccessDb, Task<T>> ask) => Scoped(services => ask(services.GetRequiredService<AccessDb>()));

    /// <summary>Hands an event to its handler, as the broker would.</summary>
    internal Task Deliver<TEvent, THandler>(TEvent happened)
        where TEvent : class, Gms.Events.IEvent
        where THandler : class, IHandle<TEvent> =>
        _app!.Services.GetRequiredService<Inbox<AccessDb>>().Deliver<TEvent, THandler>(happened, null, CancellationToken.None);

    public Task<List<AuditRow>> Audit(string happened) => Db(db => db.Set<AuditRow>().Where(a => a.Event == happened).OrderBy(a => a.Id).ToListAsync());

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        Http.Dispose();
        _channel?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();    // disposing alone waits for no round that runs
            await _app.DisposeAsync();
        }
        if (_database is not null)
            await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    internal async Task<T> Scoped<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app!.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>What the token endpoint said.</summary>
sealed record TokenReply(HttpStatusCode Status, JsonElement Body)
{
    public string AccessToken => Text("access_token") ?? throw new InvalidOperationException($"{Status}: {Body}");

    public string? RefreshToken => Text("refresh_token");

    public string? Error => Text("error");

    public JsonWebToken Read => new(AccessToken);

    string? Text(string name) => Body.TryGetProperty(name, out var value) ? value.GetString() : null;
}

/// <summary>A clock that only goes forward, by hand.</summary>
public sealed class MovableTime : TimeProvider
{
    TimeSpan _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

    public void Pass(TimeSpan time) => _ahead += time;
}
