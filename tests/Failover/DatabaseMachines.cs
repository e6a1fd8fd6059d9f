using System.Net;
using System.Text.Json;
using Gms.Local;
using Npgsql;

namespace Gms.Failover;

/// <summary>PostgreSQL on two machines under Patroni, which agree by the etcd of all three on who is primary.</summary>
sealed class DatabaseMachines(Network network, StateFolder state)
{
    /// <summary>A machine that is cut off does not refuse, it is silent.</summary>
    static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(2) };

    /// <summary>Those with a database; the third is there so that there is a majority.</summary>
    public IReadOnlyList<Machine> Both => [.. network.Machines.Take(2)];

    public string SuperuserPassword => state.Secret("postgres.password");

    public IReadOnlyList<string> Servers => [.. Both.Select(machine => machine.Address + ":5432")];

    public async Task Start(CancellationToken cancel)
    {
        var all = string.Join(',', network.Machines.Select(m => $"{m.Name}=http://{m.Address}:2380"));
        foreach (var machine in network.Machines)
            Etcd(machine).Start(
                [
                    .. machine.Prefix, "etcd", "--name", machine.Name, "--data-dir", machine.State["etcd"], "--initial-cluster", all, "--initial-cluster-token", "registry",
                    "--listen-client-urls", $"http://{machine.Address}:2379", "--advertise-client-urls", $"http://{machine.Address}:2379",
                    "--listen-peer-urls", $"http://{machine.Address}:2380", "--initial-advertise-peer-urls", $"http://{machine.Address}:2380",
                    "--heartbeat-interval", "250", "--election-timeout", "2500", "--enable-v2=true", "--pre-vote=true",
                ],
                Direct, "/", null);
        foreach (var machine in network.Machines)
            await Etcd(machine).Answers(c => Says(machine, 2379, "/health", c), TimeSpan.FromMinutes(1), cancel);
        foreach (var machine in Both)
        {
            await StartPatroni(machine, cancel);
            await Patroni(machine).Answers(c => Says(machine, 8008, "/health", c), TimeSpan.FromMinutes(2), cancel);
        }
        await Whole(cancel);
    }

    public async Task StartPatroni(Machine machine, CancellationToken cancel)
    {
        var folder = machine.State.Folder("database");
        var user = await PostgresUser.For(folder, cancel);
        var file = Path.Combine(folder, "patroni.yaml");
        await Filled.Write("patroni.yaml", file, new()
        {
            ["NAME"] = machine.Name,
            ["ADDRESS"] = machine.Address,
            ["ETCD"] = string.Join(", ", network.Machines.Select(m => $"\"{m.Address}:2379\"")),
            ["NETWORK"] = network.Range,
            ["FOLDER"] = folder,
            ["PROGRAMS"] = Debian.PostgresPrograms!,
            ["SUPERUSER"] = SuperuserPassword,
            ["REPLICATOR"] = state.Secret("replicator.password"),
        }, cancel);
        await user.Own(folder, cancel);
        Patroni(machine).Start([.. machine.Prefix, .. user.Prefix, "patroni", file], Direct, "/", null);
    }

    /// <summary>The machine whose Patroni holds the claim and whose PostgreSQL takes writes; null when none does.</summary>
    public async Task<Machine?> Primary(CancellationToken cancel)
    {
        foreach (var machine in Both)
            if (await Says(machine, 8008, "/primary", cancel))
                return machine;
        return null;
    }

    /// <summary>Waits until there are a primary and a standby that has all that was answered; answers the primary.</summary>
    public async Task<Machine> Whole(CancellationToken cancel)
    {
        Machine? primary = null;
        var told = "";
        if (!await Wait.For(async stop => (primary = await Primary(stop)) is not null && (told = await Members(primary, stop)).Contains("sync_standby", StringComparison.Ordinal), TimeSpan.FromMinutes(3), cancel))
            throw new CannotGoOnException($"There are not a primary and a synchronous standby after three minutes. Patroni tells: {told}");
        return primary!;
    }

    /// <summary>Waits until the standby has applied all that the primary wrote; nothing may write meanwhile.</summary>
    public async Task Level(Machine primary, CancellationToken cancel)
    {
        var standby = Both.Single(m => m != primary);
        if (!await Wait.For(async stop => await Ask(standby, "SELECT pg_last_wal_replay_lsn()::text", stop) == await Ask(primary, "SELECT pg_current_wal_lsn()::text", stop), TimeSpan.FromMinutes(1), cancel))
            throw new CannotGoOnException("The standby did not come level with the primary in a minute.");
    }

    public string ConnectionTo(Machine machine, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = machine.Address,
        Database = database,
        Username = "postgres",
        Password = SuperuserPassword,
        Pooling = false,
    }.ConnectionString;

    public async Task<string> Ask(Machine machine, string sql, CancellationToken cancel, string database = "postgres")
    {
        await using var connection = new NpgsqlConnection(ConnectionTo(machine, database));
        await connection.OpenAsync(cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        return (string)(await command.ExecuteScalarAsync(cancel))!;
    }

    static OwnedProcess Etcd(Machine machine) => new(machine.State, "etcd");

    static OwnedProcess Patroni(Machine machine) => new(machine.State, "patroni");

    /// <summary>The machines are reached by no proxy, and know nothing of other servers that the caller's shell names.</summary>
    static Dictionary<string, string?> Direct => Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => name.EndsWith("_proxy", StringComparison.OrdinalIgnoreCase) || name.StartsWith("PG", StringComparison.Ordinal) || name.StartsWith("PATRONI_", StringComparison.Ordinal) || name.StartsWith("ETCD_", StringComparison.Ordinal))
        .ToDictionary(name => name, _ => (string?)null);

    static async Task<string> Members(Machine machine, CancellationToken cancel)
    {
        using var answer = JsonDocument.Parse(await Http.GetStringAsync(new Uri($"http://{machine.Address}:8008/cluster"), cancel));
        return string.Join(", ", answer.RootElement.GetProperty("members").EnumerateArray().Select(m => $"{m.GetProperty("name")} is {m.GetProperty("role")}, {m.GetProperty("state")}"));
    }

    static async Task<bool> Says(Machine machine, int port, string path, CancellationToken cancel)
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri($"http://{machine.Address}:{port}{path}"), cancel);
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}

/// <summary>The files of the folder machines, with what differs from machine to machine put in.</summary>
static class Filled
{
    public static async Task Write(string source, string file, Dictionary<string, string> values, CancellationToken cancel)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "machines", source), cancel);
        foreach (var (name, value) in values)
            text = text.Replace($"@{name}@", value, StringComparison.Ordinal);
        StateFolder.WritePrivate(file, text);
    }
}
