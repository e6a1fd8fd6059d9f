using Npgsql;

namespace Gms.Local;

/// <summary>A PostgreSQL server of our own: its data in the state folder, listening on one loopback port.</summary>
public sealed partial class PostgresCluster(StateFolder state, Func<int> port)
{
    const string Superuser = "postgres";

    static readonly TimeSpan _startDeadline = TimeSpan.FromSeconds(90);
    static readonly TimeSpan _stopDeadline = TimeSpan.FromSeconds(60);

    static readonly Dictionary<string, string> _settings = new()
    {
        ["listen_addresses"] = "127.0.0.1",
        ["unix_socket_directories"] = "", // a path in a deep folder would be longer than a socket's may be
        ["max_connections"] = "300",
        ["shared_buffers"] = "512MB",
        ["max_wal_size"] = "2GB",
        ["fsync"] = "on",
        ["synchronous_commit"] = "on",
        ["archive_mode"] = "on",
        ["archive_timeout"] = "60",
        ["password_encryption"] = "scram-sha-256",
        ["shared_preload_libraries"] = "pg_stat_statements",
        ["log_line_prefix"] = "%m [%p] %d ",
        ["timezone"] = "UTC",
        ["log_timezone"] = "UTC",
    };

    readonly OwnedProcess _process = new(state, "postgres");

    public int Port => port();

    public bool IsRunning => _process.IsRunning;

    public int? ProcessId => _process.Pid;

    public string? Version => _process.Version;

    /// <summary>The superuser's, to the database postgres.</summary>
    public string AdminConnectionString => ConnectionString("postgres", Superuser, state.Secret("postgres.password"), 20);

    string Home => state["postgres"];

    string Data => Path.Combine(Home, "data");

    public string ConnectionString(string database, string user, string password, int poolSize) => new NpgsqlConnectionStringBuilder
    {
        Host = "127.0.0.1",
        Port = Port,
        Database = database,
        Username = user,
        Password = password,
        MaxPoolSize = poolSize,
    }.ConnectionString;

    /// <summary>Makes the data folder if there is none; one whose making broke off is made anew.</summary>
    public async Task Make(CancellationToken cancel)
    {
        if (Directory.Exists(Data))
            return;
        var making = Path.Combine(Home, "data.making");
        if (Directory.Exists(making))
            Directory.Delete(making, recursive: true);
        Directory.CreateDirectory(Home);
        var password = Path.Combine(Home, "password");
        StateFolder.WritePrivate(password, state.Secret("postgres.password"));
        var user = await PostgresUser.For(Home, cancel);
        await Shell.MustRun(
            "Making the PostgreSQL cluster",
            [
                .. user.Prefix, Program("initdb"), "--pgdata", making, "--username", Superuser, "--pwfile", password,
                "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--data-checksums",
            ],
            cancel);
        File.Delete(password);
        Directory.Move(making, Data);
    }

    /// <summary>Starts it if it is not running, and waits until it answers.</summary>
    public async Task Start(CancellationToken cancel)
    {
        await Make(cancel);
        if (!IsRunning)
            await StartProcess(cancel);
        await _process.Answers(IsHealthy, _startDeadline, cancel);
    }

    async Task StartProcess(CancellationToken cancel)
    {
        await RemoveStaleLock(cancel);
        var user = await PostgresUser.For(Home, cancel);
        string[] settings = [.. _settings.Append(new("port", $"{Port}")).Append(new("archive_command", ArchiveCommand)).SelectMany(s => (string[])["-c", $"{s.Key}={s.Value}"])];
        var version = (await Shell.MustRun("Asking PostgreSQL's version", [Program("postgres"), "--version"], cancel)).Trim().Split(' ')[2];
        _process.Start([.. user.Prefix, Program("postgres"), "-D", Data, .. settings], CleanEnvironment(), "/", version);
    }

    /// <summary>Ends open sessions and stops with everything written.</summary>
    public Task Stop(CancellationToken cancel) => _process.Stop(Signal.Interrupt, _stopDeadline, cancel);

    public async Task Restart(CancellationToken cancel)
    {
        await Stop(cancel);
        await Start(cancel);
    }

    /// <summary>kill -9 of the server and all its sessions, as a power cut would.</summary>
    public Task Kill(CancellationToken cancel) => _process.Kill(cancel);

    public async Task<bool> IsHealthy(CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(AdminConnectionString + ";Pooling=false;Timeout=5");
            await connection.OpenAsync(cancel);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    static string Program(string name) => Path.Combine(
        Debian.PostgresPrograms ?? throw new CannotGoOnException("PostgreSQL's programs are not installed (Debian's package postgresql)."),
        name);

    // The caller's own settings for other PostgreSQL servers must not reach this one.
    static Dictionary<string, string?> CleanEnvironment() =>
        Environment.GetEnvironmentVariables().Keys.Cast<string>()
            .Where(name => name.StartsWith("PG", StringComparison.Ordinal) || name.StartsWith("LC_", StringComparison.Ordinal))
            .Append("LANG")
            .ToDictionary(name => name, _ => (string?)null);

    // After a kill or a power cut the number in the lock file may be that of a dead process nobody collected, or of
    // another program by now; PostgreSQL would refuse to start. Its sessions outlive it for a moment, and must be gone first.
    async Task RemoveStaleLock(CancellationToken cancel)
    {
        if (!await Wait.For(() => !ProcFile.WorkingIn(Data).Any(), _stopDeadline, cancel))
            throw new CannotGoOnException($"Another PostgreSQL works in {Data} (process {ProcFile.WorkingIn(Data).First()}). Stop it and run this again.");
        File.Delete(Path.Combine(Data, "postmaster.pid"));
    }
}
