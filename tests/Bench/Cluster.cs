using Gms.Local;
using Npgsql;

namespace Gms.Bench;

/// <summary>The private cluster: what is copied for the baselines, and what it knows of the moment of each commit.</summary>
sealed class Cluster(LocalSystem system)
{
    /// <summary>As ServiceSettings gives a service its pool, and the platform its statements.</summary>
    public string App(string database, string role) =>
        system.Postgres.ConnectionString(database, $"{role}_app", system.State.Secret($"{role}_app.password"), 30) + ";Max Auto Prepare=100";

    /// <summary>Before the services start: from then on the cluster keeps the time of each commit.</summary>
    public async Task KeepCommitTimes(CancellationToken cancel)
    {
        await system.Postgres.Start(cancel);
        await Run("postgres", "ALTER SYSTEM SET track_commit_timestamp = on", cancel);
        await system.Postgres.Restart(cancel);
    }

    /// <summary>Copies a service's database, roles and all, so that what a baseline writes gives the service nothing to do.</summary>
    public async Task<string> Copy(string database, CancellationToken cancel)
    {
        var copy = $"bench_{database}";
        await Run("postgres", $"CREATE DATABASE {copy} TEMPLATE template0", cancel);
        var admin = new NpgsqlConnectionStringBuilder(system.Postgres.AdminConnectionString);
        var to = $"--host {admin.Host} --port {admin.Port} --username {admin.Username}";
        await Shell.MustRun(
            $"Copying {database}",
            ["bash", "-c", $"set -o pipefail; '{Debian.PostgresPrograms}/pg_dump' {to} {database} | '{Debian.PostgresPrograms}/psql' {to} --quiet --no-psqlrc --set ON_ERROR_STOP=1 --output /dev/null {copy}"],
            cancel, environment: new Dictionary<string, string?> { ["PGPASSWORD"] = admin.Password });
        await Run(database, "ANALYZE", cancel);
        await Run(copy, "ANALYZE", cancel);
        return copy;
    }

    public async Task Run(string database, string sql, CancellationToken cancel)
    {
        await using var connection = await Open(database, cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task<DateTime> Now(CancellationToken cancel)
    {
        await using var connection = await Open("postgres", cancel);
        await using var command = new NpgsqlCommand("SELECT clock_timestamp()", connection);
        return (DateTime)(await command.ExecuteScalarAsync(cancel))!;
    }

    /// <summary>For each event that Registry wrote in a span, the milliseconds from its commit to that of its entry on the timeline; NaN where there is none.</summary>
    public async Task<double[]> ToTimeline(DateTime from, DateTime to, CancellationToken cancel)
    {
        double[] found = [];
        await Wait.For(async stop =>
        {
            await using var connection = await Open("registry", stop);
            await using var command = new NpgsqlCommand(
                """
                SELECT coalesce(extract(epoch FROM pg_xact_commit_timestamp(e.xmin) - pg_xact_commit_timestamp(o.xid::xid))::float8 * 1000, 'NaN')
                  FROM outbox o LEFT JOIN journey_entries e ON e.event_id = o.event_id
                 WHERE o.recorded_at BETWEEN $1 AND $2
                """, connection)
            {
                Parameters = { new() { Value = from }, new() { Value = to } },
            };
            await using var row = await command.ExecuteReaderAsync(stop);
            var times = new List<double>();
            while (await row.ReadAsync(stop))
                times.Add(row.GetDouble(0));
            found = [.. times];
            return !found.Any(double.IsNaN);
        }, TimeSpan.FromSeconds(30), cancel);
        return found;
    }

    async Task<NpgsqlConnection> Open(string database, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(system.Postgres.AdminConnectionString) { Database = database, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }
}
