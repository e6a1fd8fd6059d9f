namespace Gms.Local;

/// <summary>The files and variables that keep a RabbitMQ node within its state folder.</summary>
sealed class RabbitFiles(StateFolder state, Ports ports, string user)
{
    public string Password => state.Secret("rabbitmq.password");

    public IReadOnlyDictionary<string, string?> Environment
    {
        get
        {
            var environment = System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
                .Where(name => name.StartsWith("RABBITMQ_", StringComparison.Ordinal) || name.StartsWith("ERL_", StringComparison.Ordinal))
                .ToDictionary(name => name, _ => (string?)null);
            foreach (var (name, value) in Own())
                environment[name] = value;
            return environment;
        }
    }

    // The name is kept: a node finds its data under it, even when the folder was moved.
    string NodeName
    {
        get
        {
            var file = Path.Combine(Home, "node-name");
            if (!File.Exists(file))
                File.WriteAllText(file, $"gms_{state.Fingerprint}@localhost");
            return File.ReadAllText(file);
        }
    }

    string Home => state.PrivateFolder("rabbitmq");

    public void Write()
    {
        var cookie = Path.Combine(Home, ".erlang.cookie");
        if (!File.Exists(cookie))
        {
            StateFolder.WritePrivate(cookie, state.Secret("erlang.cookie"));
            File.SetUnixFileMode(cookie, UnixFileMode.UserRead);
        }

        File.WriteAllText(InHome("enabled_plugins"), "[].\n");
        File.WriteAllText(InHome("rabbitmq-env.conf"), "# Empty, so that the machine's own is not read.\n");
        StateFolder.WritePrivate(InHome("rabbitmq.conf"), $"""
            # Written by ./registry at every start.
            listeners.tcp.local = 127.0.0.1:{ports.Broker}
            default_user = {user}
            default_pass = {Password}
            default_user_tags.administrator = true

            log.file = false
            log.console = true
            log.console.level = info

            # Sizes for a laptop that does other work besides.
            vm_memory_high_watermark.absolute = 1500MB
            disk_free_limit.absolute = 100MB
            raft.wal_max_size_bytes = 67108864

            # An event waits at its reader, unconfirmed, for as long as an outage lasts: a year, in ms.
            consumer_timeout = 31536000000

            """);
    }

    string InHome(string name) => Path.Combine(Home, name);

    Dictionary<string, string?> Own() => new()
    {
        ["HOME"] = Home, // where Erlang looks for its cookie
        ["RABBITMQ_NODENAME"] = NodeName,
        ["RABBITMQ_CONF_ENV_FILE"] = InHome("rabbitmq-env.conf"),
        ["RABBITMQ_CONFIG_FILE"] = InHome("rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = InHome("advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = InHome("enabled_plugins"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = InHome("config"),
        ["RABBITMQ_MNESIA_BASE"] = InHome("data"),
        ["RABBITMQ_LOG_BASE"] = state.Folder("logs"),
        ["RABBITMQ_LOGS"] = "-",
        ["RABBITMQ_UPGRADE_LOG"] = InHome("upgrade.log"),
        ["RABBITMQ_DIST_PORT"] = $"{ports.ErlangDistribution}",
        ["RABBITMQ_CTL_DIST_PORT_MIN"] = $"{ports.ErlangTools.First}",
        ["RABBITMQ_CTL_DIST_PORT_MAX"] = $"{ports.ErlangTools.Last}",
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false",
        ["RABBITMQ_CTL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false",
        ["ERL_EPMD_PORT"] = $"{ports.Epmd}",
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_CRASH_DUMP"] = InHome("erl_crash.dump"),

        // Makes the start script become the node instead of waiting beside it; there is no systemd here to be told.
        ["RUNNING_UNDER_SYSTEMD"] = "true",
        ["NOTIFY_SOCKET"] = null,
        ["LANG"] = "C.UTF-8",
        ["LC_ALL"] = "C.UTF-8",
    };
}
