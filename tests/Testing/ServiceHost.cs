using System.Collections.Concurrent;
using Gms.Platform;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Grpc.Net.Client;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Gms.Testing;

/// <summary>
/// One service on real HTTP/2 with a database of its own. Peers are stand-ins; events are delivered by hand through the real inbox.
/// A class fixture: <c>public sealed class RegistryHost() : ServiceHost&lt;RegistryDb&gt;(Program.Service());</c>
/// </summary>
/// <param name="service">The service; a builder of its own for each host.</param>
/// <param name="shared">A database that another host has too and that outlives this one; null for one of its own.</param>
public class ServiceHost<TDb>(ServiceBuilder<TDb> service, TestDatabase? shared = null) : IAsyncLifetime where TDb : ServiceDb
{
    readonly string _folder = Directory.CreateTempSubdirectory("gms-test").FullName;
    readonly ErrorLog _errors = new();
    TestDatabase? _database;
    WebApplication? _app;
    GrpcChannel? _channel;

    public TestIssuer Issuer { get; } = new();

    public StandIns Peers { get; } = new();

    public TestDatabase Database => _database!;

    public Uri Address { get; private set; } = null!;

    public ServiceBuilder<TDb> Service => service;

    /// <summary>Key files, and the copies of seals outside the database.</summary>
    public string Folder => _folder;

    public IServiceProvider Services => _app!.Services;

    /// <summary>Errors that a test provokes on purpose: a text that the log line holds.</summary>
    public void Announce(string error) => _errors.Announced.Add(error);

    /// <summary>Settings beside the usual ones, for example Clock:TestAllowed.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string?>> Settings => [];

    /// <summary>Other parts than in life, beside the stand-ins for peers.</summary>
    protected virtual void Replace(IServiceCollection services)
    {
    }

    /// <summary>Tells the service to stop, as SIGTERM does, and waits until it has.</summary>
    public Task Stop() => _app!.StopAsync();

    public async ValueTask InitializeAsync()
    {
        _database = shared ?? await TestDatabase.Make();
        SchemaSteps.Apply<TDb>(_database.StepsConnection, _database.AppConnection);

        _app = service.Build(["--environment=Development"],
            configuration => configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Grpc:Address"] = "http://127.0.0.1:0",
                ["Database:App"] = _database.AppConnection,
                ["Access:Issuer"] = TestIssuer.Address,
                ["Keys:Folder"] = Path.Combine(_folder, "keys"),
                ["Keys:Create"] = "true",
                ["Seals:Folder"] = _folder,
                ["Seals:EveryMilliseconds"] = "100",
                ["Clock:TestAllowed"] = "true",
            }).AddInMemoryCollection(Settings),
            services =>
            {
                services.AddSingleton(Issuer.Configuration);
                services.AddScoped<IPeers>(_ => Peers);
                services.AddLogging(logging => logging.ClearProviders().AddProvider(_errors));
                Replace(services);
            });
        await _app.StartAsync();
        while (_app.Services.GetService<Bindings>() is { Done: false })
            await Task.Delay(20);
        Address = new(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        _channel = GrpcChannel.ForAddress(Address);
    }

    /// <summary>The way to the service as this caller: <c>new Proto.Workers.WorkersClient(host.As(officer))</c>.</summary>
    public CallInvoker As(Who who, string? purpose = null, DateTimeOffset? clock = null) => WithToken(Issuer.Token(who, who.Service is null ? "gms" : service.Identity.Client), purpose, clock);

    public CallInvoker WithToken(string? token, string? purpose = null, DateTimeOffset? clock = null) => _channel!.Intercept(headers =>
    {
        if (token is not null)
            headers.Add("authorization", "Bearer " + token);
        if (purpose is not null)
            headers.Add("gms-purpose", purpose);
        if (clock is { } time)
            headers.Add(CallClock.Header, time.ToString("O"));
        return headers;
    });

    /// <summary>Asks the service's database, as a test's way to see what is there.</summary>
    public async Task<T> Db<T>(Func<TDb, Task<T>> ask)
    {
        await using var scope = Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TDb>());
    }

    /// <summary>Hands an event to its handler as the broker would.</summary>
    public Task Deliver<TEvent, THandler>(TEvent happened)
        where TEvent : class, Gms.Events.IEvent
        where THandler : class, IHandle<TEvent> =>
        Services.GetRequiredService<Inbox<TDb>>().Deliver<TEvent, THandler>(happened, null, CancellationToken.None);

    public Task DeliverMany<TEvent, THandler>(params IReadOnlyList<Received<TEvent>> happened)
        where TEvent : class, Gms.Events.IEvent
        where THandler : class, IHandleMany<TEvent> =>
        Services.GetRequiredService<Inbox<TDb>>().DeliverMany<TEvent, THandler>(happened, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        _channel?.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();    // disposing alone waits for no round that runs
            await _app.DisposeAsync();
        }
        if (_database is not null && shared is null)
            await _database.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
        var unannounced = string.Join("\n", _errors.Unannounced);
        Assert.True(unannounced.Length == 0, unannounced);
    }

    /// <summary>An error that was logged and not announced fails the class: nothing fails silently.</summary>
    sealed class ErrorLog : ILoggerProvider, ILogger
    {
        readonly ConcurrentQueue<string> _errors = [];

        public ConcurrentBag<string> Announced { get; } = [];

        public IEnumerable<string> Unannounced => _errors.Where(e => !Announced.Any(a => e.Contains(a, StringComparison.Ordinal)));

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Error)
                _errors.Enqueue($"{formatter(state, exception)} {exception}");
        }

        public void Dispose()
        {
        }
    }
}
