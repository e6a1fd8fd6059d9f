using Gms.Faults;
using Gms.Local;
using Gms.Local.Demo;
using Npgsql;
using Xunit;

// One system for all tests, and it takes both cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Gms.Failover;

/// <summary>The whole system, whose PostgreSQL and RabbitMQ stand on three machines that can be broken one by one.</summary>
public sealed class FailoverSystem : IAsyncLifetime
{
    static readonly string[] Needed = ["postgresql", "rabbitmq-server", "patroni", "etcd-server", "python3-etcd", "iproute2"];

    readonly StateFolder _state = new(Path.Combine(Root, ".local", "test", "failover"));

    public FailoverSystem()
    {
        _state.Make();
        Network = new(_state);
        Databases = new(Network, _state);
        Broker = new(Network, _state);
        System = new(Root, _state["system"], elsewhere: new(Databases.Servers, Databases.SuperuserPassword, Broker.Address, Broker.Nodes));
    }

    public LocalSystem System { get; }

    public Offices Offices { get; private set; } = null!;

    public DemonstrationData Data { get; private set; } = null!;

    internal Network Network { get; }

    internal DatabaseMachines Databases { get; }

    internal BrokerMachines Broker { get; }

    internal Ledger Ledger => new(ConnectionTo, cancel => Broker.Control(cancel, Ledger.ListQueues));

    static string Root => Environment.GetEnvironmentVariable("REGISTRY_ROOT") ?? throw new InvalidOperationException("REGISTRY_ROOT is not set. Run the tests by `./registry test failover`.");

    public async ValueTask InitializeAsync()
    {
        var cancel = CancellationToken.None;
        if (!Environment.IsPrivilegedProcess)
            throw new CannotGoOnException("The test of failover makes machines of network namespaces, which needs root. Run it as root: sudo ./registry test failover");
        if (Debian.PostgresPrograms is null || Debian.RabbitPrograms is null || new[] { "patroni", "etcd", "ip" }.Any(program => Shell.Find(program) is null))
            await Debian.Install(Needed, cancel);

        await Network.Make(cancel);
        await Task.WhenAll(Databases.Start(cancel), Broker.Start(cancel));
        await System.Start(Steps.Silent, cancel);
        await System["Access"].RunVerb("demonstration", cancel);
        Offices = new(System);
        Data = new(Offices);
        await Data.Load(cancel);
    }

    /// <summary>To whichever server takes writes.</summary>
    public string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(System.AdminConnectionString) { Database = database }.ConnectionString;

    /// <summary>The services that have a database.</summary>
    public IEnumerable<ServiceProcess> Writers => System.Services.Where(s => s.Service.HasGrpc);

    public Task StopWriting(CancellationToken cancel) => Task.WhenAll(Writers.Select(service => service.Stop(cancel)));

    public async Task WriteAgain(CancellationToken cancel)
    {
        foreach (var service in Writers)
            service.Start();
        await Task.WhenAll(Writers.Select(service => service.WaitUntilHealthy(cancel)));
    }

    public async ValueTask DisposeAsync()
    {
        Offices?.Dispose();
        try
        {
            await System.StopServices(CancellationToken.None);
        }
        finally
        {
            await Network.Remove();
        }
    }
}

/// <summary>One system for all tests, each of which leaves it whole.</summary>
[CollectionDefinition(nameof(FailoverSystem))]
public sealed class FailoverSystemShared : ICollectionFixture<FailoverSystem>;
