namespace Gms.Local;

/// <summary>The whole system on one machine: its own PostgreSQL, its own RabbitMQ and every service that the checkout has.</summary>
public sealed class LocalSystem
{
    const int SchemasAtOnce = 2; // each is a .NET start of its own, and a laptop has two cores

    readonly ServiceSettings _settings;
    readonly Elsewhere? _elsewhere;

    /// <summary>The services must have been built in Release; see <see cref="Build"/>.</summary>
    /// <param name="checkoutRoot">Where the sources are.</param>
    /// <param name="stateFolder">Where it keeps what it keeps.</param>
    /// <param name="only">The services to have; null for all that the checkout has.</param>
    /// <param name="elsewhere">A PostgreSQL and a RabbitMQ that are already there; null for those of this machine, which are started.</param>
    public LocalSystem(string checkoutRoot, string stateFolder, IReadOnlyCollection<string>? only = null, Elsewhere? elsewhere = null)
    {
        _elsewhere = elsewhere;
        Checkout = Path.GetFullPath(checkoutRoot);
        State = new StateFolder(stateFolder);
        State.Make();
        Ports = new Ports(State);
        Postgres = new PostgresCluster(State, () => Ports.Postgres);
        Rabbit = new RabbitNode(State, Ports);
        _settings = new ServiceSettings(State, Ports, Postgres, Rabbit, elsewhere);
        Services = [.. Service.All.Where(service => service.IsIn(Checkout) && only?.Contains(service.Name) is not false).Select(Process)];
    }

    public string Checkout { get; }

    public StateFolder State { get; }

    public Ports Ports { get; }

    public PostgresCluster Postgres { get; }

    public RabbitNode Rabbit { get; }

    public IReadOnlyList<ServiceProcess> Services { get; }

    /// <summary>Further settings for every service started from now on.</summary>
    public IDictionary<string, string> Environment { get; } = new Dictionary<string, string>();

    /// <summary>How pages are served by https too, from the next start on; null when they are not.</summary>
    public Https? Https
    {
        get => _settings.Https;
        set => _settings.Https = value;
    }

    public ServiceProcess this[string service] => Services.Single(s => s.Service.Name == service);

    /// <summary>One more process of each service on the same databases, broker, keys and seals, as a second machine would have; not started yet.</summary>
    public Replicas AnotherRow(string name) => new(this, _settings, name);

    /// <summary>The superuser's, to the database postgres of whichever server takes writes.</summary>
    public string AdminConnectionString => _elsewhere?.AdminConnectionString ?? Postgres.AdminConnectionString;

    public bool AnythingRuns => Postgres.IsRunning || Rabbit.HoldsPorts || Services.Any(s => s.IsRunning);

    /// <summary>Starts whatever is not running and returns when every part is healthy.</summary>
    public async Task Start(Steps steps, CancellationToken cancel)
    {
        using var only = await State.Lock(cancel);
        if (!AnythingRuns)
            Ports.MoveIfTaken();

        if (_elsewhere is null)
            await All(
                steps.Run("PostgreSQL starts", () => Postgres.Start(cancel)),
                steps.Run("RabbitMQ starts", () => Rabbit.Start(cancel)));
        foreach (var service in Services)
            State.Secret($"{service.Service.ClientId}.secret"); // all, before Access reads them

        await steps.Run("Databases and their schema", () => Parallel.ForEachAsync(
            Services.Where(s => !s.IsRunning),
            new ParallelOptions { MaxDegreeOfParallelism = SchemasAtOnce, CancellationToken = cancel },
            async (service, c) =>
            {
                var of = service.Service;
                await PostgresDatabases.CreateDatabase(AdminConnectionString, of.Database, _settings.AppPassword(of), _settings.StepsPassword(of), c);
                await service.ApplySchema(c);
            }));
        await steps.Run("Services start", async () =>
        {
            foreach (var service in Services)
                service.Start();
            await All([.. Services.Select(service => service.WaitUntilHealthy(cancel))]);
        });
    }

    public async Task StopServices(CancellationToken cancel)
    {
        using var only = await State.Lock(cancel);
        await All([.. Services.Select(service => service.Stop(cancel))]);
    }

    /// <summary>Stops everything in good order: services first, so that each can still write what it accepted.</summary>
    public async Task Stop(Steps steps, CancellationToken cancel)
    {
        await steps.Run("Services stop", () => StopServices(cancel));
        using var only = await State.Lock(cancel);
        await steps.Run("RabbitMQ and PostgreSQL stop", () => All(Rabbit.Stop(cancel), Postgres.Stop(cancel)));
    }

    public async Task<IReadOnlyList<PartStatus>> Status(CancellationToken cancel) =>
    [
        new("PostgreSQL", $"127.0.0.1:{Postgres.Port}", null, Postgres.ProcessId, Health(Postgres.IsRunning, Postgres.IsRunning && await Postgres.IsHealthy(cancel)), Postgres.Version),
        new("RabbitMQ", $"127.0.0.1:{Rabbit.Port}", null, Rabbit.ProcessId, Health(Rabbit.IsRunning, Rabbit.IsRunning && await Rabbit.IsHealthy(cancel)), Rabbit.Version),
        .. await Task.WhenAll(Services.Select(async s => new PartStatus(
            s.Service.Name, s.Grpc?.GetLeftPart(UriPartial.Authority), s.Web?.GetLeftPart(UriPartial.Authority), s.ProcessId, Health(s.IsRunning, await s.IsHealthy(cancel)), s.Version))),
    ];

    static string Health(bool running, bool healthy) => healthy ? "healthy" : running ? "not answering" : "stopped";

    static Task All(params Task[] tasks) => Task.WhenAll(tasks);

    ServiceProcess Process(Service service) => new(
        State,
        service,
        service.Program(Checkout),
        () => _settings.For(service, [.. _settings.ByHttps(service), .. Environment]),
        () => _settings.Grpc(service),
        () => _settings.Web(service));
}

/// <summary>One line of <c>./registry status</c>.</summary>
public sealed record PartStatus(string Name, string? Address, string? Web, int? ProcessId, string Health, string? Version);
