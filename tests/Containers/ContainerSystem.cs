using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Gms.Faults;
using Gms.Local;
using Gms.Local.Demo;
using Npgsql;
using Xunit;

// One system for all tests, and it takes both cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Gms.Containers;

/// <summary>The whole of docker-compose.yml, brought up on an engine of our own and taken down at the end.</summary>
public sealed class ContainerSystem : IAsyncLifetime
{
    const string Project = "gms-test";

    static readonly string[] Ports =
        ["PORT_ACCESS", "PORT_ACCESS_WEB", "PORT_REGISTRY", "PORT_RECRUITMENT", "PORT_SOCIAL_SECURITY", "PORT_DEPARTURE_ORIENTATION", "PORT_REINTEGRATION", "PORT_PORTAL", "PORT_PROMETHEUS", "PORT_POSTGRES"];

    readonly StateFolder _state = new(Path.Combine(Root, ".local", "containers"));
    readonly Dictionary<string, string> _settings = [];
    readonly Engine _engine;

    public ContainerSystem()
    {
        _state.Make();
        _engine = new(_state);
    }

    public Offices Offices { get; private set; } = null!;

    public DemonstrationData Data { get; private set; } = null!;

    internal Ledger Ledger => new(ConnectionTo, cancel => Exec("rabbitmq", cancel, ["/bin/sh", "/registry/rabbitmq.sh", .. Ledger.ListQueues]));

    static string Root => Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set. Run the tests by `./registry test containers`.");

    string Secrets => _state["secrets"];

    public async ValueTask InitializeAsync()
    {
        var cancel = TestContext.Current.CancellationToken;
        await _engine.Start(cancel);
        var images = new StandIns(_engine, Root, _state.Folder("work"));
        await images.Make(cancel);
        foreach (var (name, value) in images.Settings.Concat(Free()))
            _settings[name] = value;
        _settings["REGISTRY_SECRETS"] = Secrets;
        _settings["REGISTRY_BACKUPS"] = _state["backups"];

        await Down();
        await Compose(cancel, "build", "--quiet");
        await Up(cancel);
        await Ended("demonstration", cancel);

        Offices = new(new Doors(
            service => At(Service.All.Single(s => s.Name == service).ClientId),
            () => new($"https://127.0.0.1:{_settings["PORT_ACCESS_WEB"]}"),
            () => File.ReadAllText(Path.Combine(Secrets, "access", "clients", "access.secret")),
            Path.Combine(Secrets, "demonstration", "sign-ins.json"))
        { Handler = Trusting });
        Data = new(Offices);
        await Data.Load(cancel);
    }

    /// <summary>Starts what does not run, and returns when every service is healthy.</summary>
    public async Task Up(CancellationToken cancel)
    {
        // The Portal waits for others, and docker-compose gives up at the first probe that a busy machine answers too late: the others first.
        var callable = Service.All.Where(s => s.HasGrpc).Select(s => s.ClientId).ToArray();
        await Compose(cancel, ["up", "--detach", "--no-build", .. callable]);
        foreach (var service in callable)
            await Healthy(service, cancel);
        await Compose(cancel, "up", "--detach", "--no-build");
        await Healthy(Service.Portal.ClientId, cancel);
    }

    /// <summary>Removes the broker's container with all that it was told.</summary>
    public async Task EmptyBroker(CancellationToken cancel)
    {
        await Compose(cancel, "rm", "--force", "rabbitmq");
        await _engine.Must(cancel, "volume", "rm", $"{Project}_rabbitmq");
    }

    /// <summary>One text of a database.</summary>
    public async Task<string> Ask(string database, string sql, CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(ConnectionTo(database));
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>The services of docker-compose.yml that stay, by name, with their containers.</summary>
    public async Task<IReadOnlyDictionary<string, string>> Containers(CancellationToken cancel)
    {
        var lines = (await _engine.Must(cancel, "ps", "--all", "--no-trunc", "--filter", $"label=com.docker.compose.project={Project}", "--format", "{{.Label \"com.docker.compose.service\"}} {{.ID}}")).Split('\n');
        return lines.Select(line => line.Split(' ')).ToDictionary(parts => parts[0], parts => parts[1]);
    }

    public async Task<string> Inspect(string service, string format, CancellationToken cancel) =>
        await _engine.Must(cancel, "inspect", "--format", format, (await Containers(cancel))[service]);

    /// <summary>kill -9 of a container's first process from outside, as the kernel does when memory is short; the engine starts it again by its restart policy.</summary>
    public async Task Kill(string service, CancellationToken cancel)
    {
        var (pid, restarts) = await Process(service, cancel);
        await Shell.MustRun($"Killing {service}", ["kill", "-9", pid], cancel);
        if (!await Wait.For(async stop => await Process(service, stop) is var now && now.Restarts > restarts && now.Pid is not "0", TimeSpan.FromMinutes(1), cancel))
            throw new CannotGoOnException($"{service} was killed and did not come back.");
        await Healthy(service, cancel);
    }

    public async Task Healthy(string service, CancellationToken cancel)
    {
        var state = "";
        if (!await Wait.For(async stop => (state = await Inspect(service, "{{.State.Health.Status}}", stop)) == "healthy", TimeSpan.FromMinutes(4), cancel))
            throw new CannotGoOnException($"{service} is {state}. It said:\n{await Said(service)}");
    }

    public Task<string> Exec(string service, CancellationToken cancel, params string[] command) => Compose(cancel, ["exec", "-T", service, .. command]);

    /// <summary>A program of Prometheus' image on the files of deploy/images.</summary>
    public Task<string> Tool(CancellationToken cancel, params string[] command) => _engine.Must(
        cancel, ["run", "--rm", "--network", "none", "--volume", $"{Path.Combine(Root, "deploy", "images")}:/rules:ro", "--workdir", "/rules", _settings["PROMETHEUS_IMAGE"], .. command]);

    /// <summary>Prometheus' own answer to a query.</summary>
    public async Task<string> Measured(string query, CancellationToken cancel)
    {
        using var http = new HttpClient();
        return await http.GetStringAsync(new Uri($"http://127.0.0.1:{_settings["PORT_PROMETHEUS"]}/api/v1/query?query={Uri.EscapeDataString(query)}"), cancel);
    }

    public async Task<HttpStatusCode> Portal(string path, CancellationToken cancel)
    {
        using var http = new HttpClient(Trusting());
        using var answer = await http.GetAsync(new Uri($"https://127.0.0.1:{_settings["PORT_PORTAL"]}{path}"), cancel);
        return answer.StatusCode;
    }

    public Uri At(string service) => new($"https://127.0.0.1:{_settings["PORT_" + service.ToUpperInvariant().Replace('-', '_')]}");

    /// <summary>Trusts the system's own authority and no other.</summary>
    SocketsHttpHandler Trusting()
    {
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(X509CertificateLoader.LoadCertificateFromFile(Path.Combine(Secrets, "authority", "ca.pem")));
        return new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust }, EnableMultipleHttp2Connections = true };
    }

    public async ValueTask DisposeAsync()
    {
        Offices?.Dispose();
        try
        {
            await Down();
        }
        finally
        {
            await _engine.Stop();
        }
    }

    async Task Down()
    {
        await Compose(CancellationToken.None, "down", "--volumes", "--remove-orphans", "--timeout", "40");
        foreach (var folder in new[] { Secrets, _state["backups"] }.Where(Directory.Exists))
            Directory.Delete(folder, recursive: true);
    }

    async Task<(string Pid, int Restarts)> Process(string service, CancellationToken cancel)
    {
        var parts = (await Inspect(service, "{{.State.Pid}} {{.RestartCount}}", cancel)).Split(' ');
        return (parts[0], int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture));
    }

    async Task Ended(string once, CancellationToken cancel)
    {
        var state = "";
        if (!await Wait.For(async stop => (state = await Inspect(once, "{{.State.Status}} {{.State.ExitCode}}", stop)).StartsWith("exited", StringComparison.Ordinal), TimeSpan.FromMinutes(3), cancel) || state != "exited 0")
            throw new CannotGoOnException($"{once} is {state}. It said:\n{await Said(once)}");
    }

    async Task<string> Said(string service) => (await _engine.Run(CancellationToken.None, "logs", "--tail", "30", (await Containers(CancellationToken.None))[service])).Output;

    /// <summary>docker-compose on the very files that an operator uses.</summary>
    public Task<string> Compose(CancellationToken cancel, params string[] arguments) => Shell.MustRun(
        $"docker-compose {arguments[0]}",
        [
            "/usr/bin/docker-compose", "--project-name", Project, "--project-directory", Root, "--ansi", "never",
            "--file", Path.Combine(Root, "docker-compose.yml"), "--file", Path.Combine(Root, "deploy", "images", "demonstration.yml"), "--file", Path.Combine(Root, "tests", "Containers", "ports.yml"),
            .. arguments,
        ],
        cancel, Root,
        new Dictionary<string, string?>(_engine.Environment.Concat(Ports.Select(p => new KeyValuePair<string, string?>(p, "1"))).Concat(_settings.Select(s => new KeyValuePair<string, string?>(s.Key, s.Value))).GroupBy(s => s.Key).Select(g => g.Last())));

    string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = int.Parse(_settings["PORT_POSTGRES"], System.Globalization.CultureInfo.InvariantCulture),
        Database = database,
        Username = "postgres",
        Password = File.ReadAllText(Path.Combine(Secrets, "databases", "superuser.password")),
        SslMode = SslMode.VerifyFull,
        RootCertificate = Path.Combine(Secrets, "authority", "ca.pem"),
        Pooling = false,
    }.ConnectionString;

    /// <summary>A loopback port that nobody has, for each that docker-compose.yml publishes.</summary>
    static List<KeyValuePair<string, string>> Free()
    {
        var held = Ports.Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToList();
        held.ForEach(listener => listener.Start());
        var free = Ports.Zip(held, (name, listener) => KeyValuePair.Create(name, $"{((IPEndPoint)listener.LocalEndpoint).Port}")).ToList();
        held.ForEach(listener => listener.Dispose());
        return free;
    }
}

[CollectionDefinition(nameof(ContainerSystem))]
public sealed class ContainerSystemShared : ICollectionFixture<ContainerSystem>;
