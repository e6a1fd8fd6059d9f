namespace Gms.Local;

/// <summary>A RabbitMQ node of our own, with an Erlang port mapper of its own: nothing is shared with other nodes on the machine.</summary>
public sealed class RabbitNode(StateFolder state, Ports ports)
{
    const string User = "registry";

    static readonly TimeSpan _startDeadline = TimeSpan.FromSeconds(120);
    static readonly TimeSpan _stopDeadline = TimeSpan.FromSeconds(60);

    readonly OwnedProcess _broker = new(state, "rabbitmq");
    readonly OwnedProcess _portMapper = new(state, "epmd");
    readonly RabbitFiles _files = new(state, ports, User);

    public int Port => ports.Broker;

    public bool IsRunning => _broker.IsRunning;

    /// <summary>The node, or its port mapper alone: either holds ports.</summary>
    public bool HoldsPorts => IsRunning || _portMapper.IsRunning;

    public int? ProcessId => _broker.Pid;

    public string? Version => _broker.Version;

    /// <summary>With user and password, for the default virtual host.</summary>
    public Uri Address => new($"amqp://{User}:{_files.Password}@127.0.0.1:{Port}/");

    /// <summary>Writes its settings; the node makes its data at its first start.</summary>
    public void Make() => _files.Write();

    /// <summary>Starts it if it is not running, and waits until it answers.</summary>
    public async Task Start(CancellationToken cancel)
    {
        if (!IsRunning)
        {
            Make();
            StartPortMapper();
            await _portMapper.Answers(c => Ping.CanConnect(ports.Epmd, c), _startDeadline, cancel);
            _broker.Start([Script("rabbitmq-server")], _files.Environment, "/", InstalledVersion());
        }

        await _broker.Answers(IsHealthy, _startDeadline, cancel);
    }

    /// <summary>Stops the node in good order, and the port mapper with it.</summary>
    public async Task Stop(CancellationToken cancel)
    {
        await _broker.Stop(Signal.Terminate, _stopDeadline, cancel);
        await _portMapper.Stop(Signal.Terminate, TimeSpan.FromSeconds(10), cancel);
    }

    public async Task Restart(CancellationToken cancel)
    {
        await Stop(cancel);
        await Start(cancel);
    }

    /// <summary>kill -9 of the node; the port mapper stays, as it would.</summary>
    public Task Kill(CancellationToken cancel) => _broker.Kill(cancel);

    /// <summary>Whether it greets a client as AMQP asks for, which it does only once it is up.</summary>
    public Task<bool> IsHealthy(CancellationToken cancel) => Ping.GreetsAsBroker(Port, cancel);

    /// <summary>A virtual host of its own for a test, which the node's user may use; answers its address.</summary>
    public async Task<Uri> AddVirtualHost(string name, CancellationToken cancel)
    {
        await Control(cancel, "add_vhost", name);
        await Control(cancel, "set_permissions", "--vhost", name, User, ".*", ".*", ".*");
        return new Uri(Address, Uri.EscapeDataString(name));
    }

    public Task RemoveVirtualHost(string name, CancellationToken cancel) => Control(cancel, "delete_vhost", name);

    /// <summary>RabbitMQ's own command-line program, for this node; answers what it printed.</summary>
    public Task<string> Control(CancellationToken cancel, params string[] arguments) => Shell.MustRun(
        $"rabbitmqctl {arguments[0]}",
        [Script("rabbitmqctl"), "--quiet", .. arguments],
        cancel,
        environment: _files.Environment);

    void StartPortMapper()
    {
        if (!_portMapper.IsRunning)
            _portMapper.Start(["epmd", "-address", "127.0.0.1", "-port", $"{ports.Epmd}"], _files.Environment, "/", null);
    }

    static string Script(string name) => Path.Combine(
        Debian.RabbitPrograms ?? throw new CannotGoOnException("RabbitMQ's programs are not installed (Debian's package rabbitmq-server)."),
        name);

    // The folder carries the version in its name: rabbitmq_server-3.10.8.
    static string? InstalledVersion() =>
        Directory.GetDirectories("/usr/lib/rabbitmq/lib", "rabbitmq_server-*")
            .Select(folder => Path.GetFileName(folder).Split('-')[1])
            .LastOrDefault();
}
