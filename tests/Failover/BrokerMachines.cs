using System.Globalization;
using Gms.Local;

namespace Gms.Failover;

/// <summary>A RabbitMQ of three nodes, one on each machine.</summary>
sealed class BrokerMachines(Network network, StateFolder state)
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public Uri Address => new($"amqp://registry:{state.Secret("rabbitmq.password")}@{network.Machines[0].Address}:5672/");

    public IReadOnlyList<string> Nodes => [.. network.Machines.Select(machine => machine.Address + ":5672")];

    public async Task Start(CancellationToken cancel)
    {
        // The others join the first.
        foreach (var machine in network.Machines)
        {
            await Write(machine, cancel);
            StartNode(machine);
            if (machine == network.Machines[0])
                await Process(machine).Answers(async c => (await Run(machine, c, "await_startup")).Ok, Patience, cancel);
        }
        await Whole(cancel);
    }

    public void StartNode(Machine machine) => Process(machine).Start([.. machine.Prefix, Script("rabbitmq-server")], Settings(machine), "/", null);

    /// <summary>Waits until every node runs and every quorum queue has all its members.</summary>
    public async Task Whole(CancellationToken cancel)
    {
        IReadOnlyList<Queue> queues = [];
        var running = false;
        if (!await Wait.For(async stop =>
        {
            running = (await Task.WhenAll(network.Machines.Select(m => Run(m, stop, "await_online_nodes", "3", "--timeout", "5")))).All(r => r.Ok);
            return running && (queues = await Queues(stop)).All(q => q.Online == q.Members);
        }, Patience, cancel))
            throw new CannotGoOnException($"The broker is not whole after three minutes; its nodes {(running ? "run" : "do not all run")}, members are missing of: {string.Join(", ", queues.Where(q => q.Online != q.Members).Select(q => q.Name))}");
    }

    /// <summary>The services' queues.</summary>
    public async Task<IReadOnlyList<Queue>> Queues(CancellationToken cancel) =>
    [
        .. (await Control(cancel, "list_queues", "name", "type", "members", "online", "--no-table-headers"))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .Where(parts => parts[0].StartsWith("gms.", StringComparison.Ordinal))
            .Select(parts => new Queue(parts[0], parts[1], Count(parts[2]), Count(parts[3]))),
    ];

    /// <summary>RabbitMQ's own command-line program, on the machine that is never killed.</summary>
    public async Task<string> Control(CancellationToken cancel, params string[] arguments)
    {
        var told = await Run(network.Machines[^1], cancel, arguments);
        return told.Ok ? told.Output : throw new CannotGoOnException($"rabbitmqctl {arguments[0]} failed:\n{told.LastLines(15)}");
    }

    Task<Shell.Result> Run(Machine machine, CancellationToken cancel, params string[] arguments) =>
        Shell.Run([.. machine.Prefix, Script("rabbitmqctl"), "--quiet", .. arguments], cancel, environment: Settings(machine));

    async Task Write(Machine machine, CancellationToken cancel)
    {
        var cookie = Path.Combine(Home(machine), ".erlang.cookie");
        StateFolder.WritePrivate(cookie, state.Secret("erlang.cookie"));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        await File.WriteAllTextAsync(Path.Combine(Home(machine), "enabled_plugins"), "[].\n", cancel);
        await File.WriteAllTextAsync(Path.Combine(Home(machine), "rabbitmq-env.conf"), "# Empty, so that the machine's own is not read.\n", cancel);
        await Filled.Write("rabbitmq.conf", Path.Combine(Home(machine), "rabbitmq.conf"), new()
        {
            ["PASSWORD"] = state.Secret("rabbitmq.password"),
            ["NODES"] = string.Join('\n', network.Machines.Select((m, i) => string.Create(CultureInfo.InvariantCulture, $"cluster_formation.classic_config.nodes.{i + 1} = rabbit@{m.Address}"))),
        }, cancel);
    }

    static Dictionary<string, string?> Settings(Machine machine)
    {
        var home = Home(machine);
        var settings = Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("RABBITMQ_", StringComparison.Ordinal) || name.StartsWith("ERL_", StringComparison.Ordinal))
            .ToDictionary(name => name, _ => (string?)null);
        foreach (var (name, file) in new[]
        {
            ("RABBITMQ_CONF_ENV_FILE", "rabbitmq-env.conf"), ("RABBITMQ_CONFIG_FILE", "rabbitmq.conf"), ("RABBITMQ_ADVANCED_CONFIG_FILE", "advanced.config"), ("RABBITMQ_ENABLED_PLUGINS_FILE", "enabled_plugins"),
            ("RABBITMQ_GENERATED_CONFIG_DIR", "config"), ("RABBITMQ_MNESIA_BASE", "data"), ("RABBITMQ_LOG_BASE", "log"), ("RABBITMQ_UPGRADE_LOG", "upgrade.log"), ("ERL_CRASH_DUMP", "erl_crash.dump"),
        })
            settings[name] = Path.Combine(home, file);
        settings["HOME"] = home;    // where Erlang looks for its cookie
        settings["RABBITMQ_NODENAME"] = "rabbit@" + machine.Address;
        settings["RABBITMQ_USE_LONGNAME"] = "true";
        settings["RABBITMQ_LOGS"] = "-";
        settings["RUNNING_UNDER_SYSTEMD"] = "true";    // the start script becomes the node instead of waiting beside it
        settings["NOTIFY_SOCKET"] = null;
        settings["LANG"] = settings["LC_ALL"] = "C.UTF-8";
        return settings;
    }

    static OwnedProcess Process(Machine machine) => new(machine.State, "rabbitmq");

    static string Home(Machine machine) => machine.State.PrivateFolder("rabbitmq");

    static string Script(string name) => Path.Combine(Debian.RabbitPrograms!, name);

    /// <summary>Nodes as Erlang lists them: [a,b,c].</summary>
    static int Count(string nodes) => nodes.Trim('[', ']', ' ') is { Length: > 0 } list ? list.Split(',').Length : 0;
}

/// <summary>A queue: on how many nodes it is kept, and how many of those run.</summary>
sealed record Queue(string Name, string Type, int Members, int Online);
