using System.Reflection;
using System.Security.Cryptography.X509Certificates;
using Google.Protobuf.Reflection;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Gms.Platform;

/// <summary>
/// One service of the registry: its calls, its events, its database. `Run` serves until told to stop; with the argument `schema` it applies the schema steps and ends, with `audit` it verifies its audit, with `health` it asks the one that serves here whether it is ready, with `restored` it makes the rest agree with a database that was put back.
/// </summary>
public sealed class ServiceBuilder<TDb>(string name, PermissionTable permissions) where TDb : ServiceDb
{
    readonly List<FileDescriptor> _files = [];
    readonly List<Action<IEndpointRouteBuilder>> _maps = [];
    readonly List<Action<IServiceCollection, Settings>> _services = [];
    readonly List<Action<WebApplication>> _web = [];

    public ServiceIdentity Identity { get; } = new(name);

    public PermissionTable Permissions { get; } = permissions;

    public IReadOnlyList<FileDescriptor> Files => _files;

    public Subscriptions<TDb> Subscriptions { get; } = new();

    public IReadOnlyList<ExportTable<TDb>> Exports { get; private set; } = [];

    /// <summary>Serves the calls of one proto service.</summary>
    public ServiceBuilder<TDb> Serves<TService>(FileDescriptor file) where TService : class
    {
        _files.Add(file);
        _maps.Add(endpoints => endpoints.MapGrpcService<TService>());
        return this;
    }

    /// <summary>Has at most so many of these calls in work at once, and refuses more with RESOURCE_EXHAUSTED and when to come back.</summary>
    /// <param name="call">Full gRPC name without the leading slash.</param>
    /// <param name="most">How many.</param>
    public ServiceBuilder<TDb> TakesAtOnce(string call, int most)
    {
        _services.Add((services, _) => services.AddSingleton(new CallBound(call, most)));
        return this;
    }

    /// <summary>Answers one address at most so often in a minute, for a call that needs no sign-in, and refuses more with RESOURCE_EXHAUSTED and when to come back.</summary>
    /// <param name="call">Full gRPC name without the leading slash.</param>
    /// <param name="mostInAMinute">How often.</param>
    public ServiceBuilder<TDb> LimitsAddress(string call, int mostInAMinute)
    {
        _services.Add((services, _) => services.AddSingleton(_ => new AddressLimit(call, mostInAMinute)));
        return this;
    }

    /// <summary>Takes rows in bulk: serves gms.imports.v1.Imports and has <see cref="ImportRunner"/> for its streaming calls.</summary>
    public ServiceBuilder<TDb> TakesRows()
    {
        _services.Add((services, _) => services
            .AddSingleton<ImportSlots>()
            .AddScoped(provider => new ImportRunner(provider.GetRequiredService<TDb>(), provider.GetRequiredService<Call>(), provider.GetRequiredService<ImportSlots>(),
                provider.GetRequiredService<Npgsql.NpgsqlDataSource>(), provider.GetRequiredService<ServiceSignals>())));
        return Serves<ImportsService>(Gms.Imports.V1.ImportsReflection.Descriptor);
    }

    /// <summary>Lets callers take out their own rows: serves gms.exports.v1.Exports.</summary>
    public ServiceBuilder<TDb> GivesOut(IReadOnlyList<ExportTable<TDb>> exports)
    {
        Exports = exports;
        _services.Add((services, _) => services.AddSingleton(new ExportBook<TDb>(exports, Labels.Of(typeof(TDb).Assembly))));
        return Serves<ExportsService<TDb>>(Gms.Exports.V1.ExportsReflection.Descriptor);
    }

    /// <summary>Reads events.</summary>
    public ServiceBuilder<TDb> Reads(Action<Subscriptions<TDb>> subscribe)
    {
        subscribe(Subscriptions);
        return this;
    }

    /// <summary>What the calls need beside the database, the clock and the peers.</summary>
    public ServiceBuilder<TDb> Needs(Action<IServiceCollection, Settings> add)
    {
        _services.Add(add);
        return this;
    }

    /// <summary>Tells this of its own rows to whoever watches over it.</summary>
    public ServiceBuilder<TDb> Tells(params IEnumerable<Figure> figures)
    {
        _services.Add((services, _) =>
        {
            foreach (var figure in figures)
                services.AddSingleton(figure);
        });
        return this;
    }

    /// <summary>Serves web pages or endpoints on Web__Address.</summary>
    public ServiceBuilder<TDb> ServesWeb(Action<WebApplication> map)
    {
        _web.Add(map);
        return this;
    }

    public async Task<int> Run(string[] args)
    {
        try
        {
            if (args is ["schema"])
            {
                var values = Values();
                SchemaSteps.Apply<TDb>(Settings.StepsConnection(values), values["Database:App"] ?? "");
                return 0;
            }
            if (args is ["audit"])
                return await AuditVerb.Run(Identity, new(Values(), IsDevelopment), Console.Out);
            if (args is ["health"])
                return await HealthVerb.Run(new(Values(), IsDevelopment), Console.Error);
            await using var app = Build(args is ["restored"] ? [] : args);
            if (args is ["restored"])
                return await RestoredVerb.Run(Identity, new(Values(), IsDevelopment), app.Services.GetService<IBusControl>(), Console.Out);
            await app.RunAsync();
            return 0;
        }
        catch (SettingsException fault)
        {
            await Console.Error.WriteLineAsync($"{Identity.Name} does not start. {fault.Message}");
            return 78;    // EX_CONFIG
        }
    }

    static IConfigurationRoot Values() => new ConfigurationBuilder().AddJsonFile("appsettings.json", optional: true).AddEnvironmentVariables().AddSettingFiles().Build();

    static bool IsDevelopment => Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") == Environments.Development;

    /// <summary>The service, ready to start. Tests add their own configuration and stand-ins.</summary>
    public WebApplication Build(string[] args, Action<IConfigurationBuilder>? configure = null, Action<IServiceCollection>? replace = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ApplicationName = Assembly.GetEntryAssembly()?.GetName().Name, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddSettingFiles();
        configure?.Invoke(builder.Configuration);
        var settings = new Settings(builder.Configuration, builder.Environment.IsDevelopment());
        settings.ThrowIfFaulty();

        builder.Services.Configure<HostOptions>(o => o.ShutdownTimeout = TimeSpan.FromSeconds(30));
        builder.WebHost.ConfigureKestrel(kestrel => Listen(kestrel, settings));
        AddCalls(builder.Services, settings);
        AddStorage(builder.Services, settings);
        AddMessaging(builder.Services, settings);
        Telemetry.Add(builder, Identity, settings);
        foreach (var add in _services)
            add(builder.Services, settings);
        replace?.Invoke(builder.Services);

        var app = builder.Build();
        app.UseTrustedProxies(settings.TrustedProxies);    // before whatever counts by address
        app.UseMiddleware<WireFailures>();
        app.UseRouting();
        foreach (var web in _web)
            web(app);
        foreach (var map in _maps)
            map(app);
        app.MapGrpcHealthChecksService();
        app.MapGrpcReflectionService();
        app.MapGrpcService<EventsService>();
        app.MapGrpcService<AuditsService>();
        app.MapGrpcService<DisclosuresService>();
        app.MapGrpcService<WorkItemsService>();
        app.MapGrpcService<ErrorQueuesService>();
        app.Services.GetRequiredService<Declarations>();    // an undeclared call stops the start, not the first caller
        return app;
    }

    void AddCalls(IServiceCollection services, Settings settings)
    {
        Permissions.AddPlatformGrants();
        _files.AddRange(SharedCalls.Files);
        services.AddSingleton(Identity);
        services.AddSingleton(settings);
        services.AddSingleton(settings.Access);
        services.AddSingleton(settings.Peers);
        services.AddSingleton(Permissions);
        services.AddSingleton(new Declarations(_files, Permissions));
        services.AddSingleton(new TestClockPolicy(settings.TestClockAllowed));
        services.AddSingleton<TimeProvider, CallClock>();
        services.AddSingleton<CallInterceptor>();
        services.AddSingleton<TokenValidator>();
        services.AddSingleton(new HttpClient { Timeout = TimeSpan.FromSeconds(5) });
        // A token signed by a key that is not known yet makes the issuer's keys be read before it is judged, at most once a second; the
        // library would read them in the background, at most every five minutes, and the first callers after a rotation would be refused.
        AppContext.SetSwitch("Switch.Microsoft.IdentityModel.UpdateConfigAsBlocking", true);
        services.AddSingleton<IConfigurationManager<OpenIdConnectConfiguration>>(_ => new ConfigurationManager<OpenIdConnectConfiguration>(
            settings.Access.Issuer.TrimEnd('/') + "/.well-known/openid-configuration", new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = !new Uri(settings.Access.Issuer).IsLoopback })
        {
            RefreshInterval = TimeSpan.FromSeconds(1),
            AutomaticRefreshInterval = TimeSpan.FromHours(1),
        });
        services.AddSingleton<TokenSource>();
        services.AddSingleton(p => new PeerChannels(p.GetRequiredService<TokenSource>()));
        services.AddScoped<IPeers, Peers>();
        services.AddScoped<Call>();
        services.AddSingleton<OwnWork>();
        services.AddGrpcReflection();
        services.AddGrpcHealthChecks(health =>
        {
            health.UseHealthChecksCache = false;
            foreach (var served in _files.SelectMany(f => f.Services))
                health.Services.Map(served.FullName, _ => true);
        }).AddCheck<Readiness>("ready");
        services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = 4 * 1024 * 1024;
            grpc.Interceptors.Add<CallInterceptor>();
        });
    }

    static void AddStorage(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(_ => settings.OpenDatabase());
        services.AddSingleton(provider => new MayLag(settings.OpenStandby() ?? provider.GetRequiredService<Npgsql.NpgsqlDataSource>()));
        services.AddDbContext<TDb>((provider, options) =>
        {
            options.UseNpgsql(provider.GetRequiredService<Npgsql.NpgsqlDataSource>());
            SchemaSteps.Options((DbContextOptionsBuilder<TDb>)options);
        });
        services.AddScoped<ServiceDb>(provider => provider.GetRequiredService<TDb>());
        services.AddSingleton<RequestLog>();
        services.AddSingleton<ServiceSignals>();
        services.AddSingleton<IKeys>(new KeyFolder(settings.KeysFolder, settings.MayCreateKeys));
        services.AddSingleton<ColumnCipher>();
        services.AddSingleton<PersonKeys>();
        services.AddSingleton(new SealSettings(settings.SealsFolder, settings.SealEvery));
        services.AddSingleton<ReadAudit>();
        services.AddSingleton<RecordedDisclosures>();
        services.AddHostedService(p => p.GetRequiredService<ReadAudit>());
        services.AddHostedService<Sealer>();
        if (settings.Otlp is not null)
            services.AddHostedService<Figures>();
    }

    void AddMessaging(IServiceCollection services, Settings settings)
    {
        services.AddSingleton(new InboxSettings(settings.InboxOff));
        services.AddSingleton<Inbox<TDb>>();
        foreach (var handler in Subscriptions.Handlers)
            services.TryAddScoped(handler);
        services.AddSingleton(new ErrorQueues(settings.Broker, settings.BrokerNodes, [.. Subscriptions.Queues(Identity)]));
        if (settings.Broker is not { } broker)
            return;

        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();    // this is a registry of people
            Subscriptions.Register(bus);
            bus.UsingRabbitMq((context, rabbit) =>
            {
                rabbit.Host(broker, Identity.Client, host => BrokerNodes.Connect(host, settings.BrokerNodes));
                Subscriptions.Bind(rabbit, context, Identity);
            });
        });
        services.AddSingleton<Bindings>();
        services.AddHostedService<OutboxRelay>();
    }

    static void Listen(KestrelServerOptions kestrel, Settings settings)
    {
        kestrel.AddServerHeader = false;
        kestrel.Limits.Http2.MaxStreamsPerConnection = 1000;
        Listen(kestrel, settings.Grpc, HttpProtocols.Http2, settings);
        foreach (var web in new[] { settings.Web, settings.WebByHttps }.OfType<Uri>())
            Listen(kestrel, web, HttpProtocols.Http1, settings);
    }

    static void Listen(KestrelServerOptions kestrel, Uri address, HttpProtocols protocols, Settings settings)
    {
        void Options(ListenOptions options)
        {
            options.Protocols = protocols;
            if (address.Scheme == "https")
                options.UseHttps(X509Certificate2.CreateFromPemFile(settings.CertificateFile!, settings.CertificateKeyFile));
        }

        if (address.Host == "localhost")
            kestrel.ListenLocalhost(address.Port, Options);
        else
            kestrel.Listen(System.Net.IPAddress.Parse(address.Host.Trim('[', ']')), address.Port, Options);
    }
}
