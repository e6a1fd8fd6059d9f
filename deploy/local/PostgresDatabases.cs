using Npgsql;

namespace Gms.Local;

/// <summary>Databases and login roles inside a cluster. Every step may be repeated.</summary>
public static class PostgresDatabases
{
    static readonly string[] _extensions = ["btree_gist", "pg_trgm", "pg_stat_statements"];

    /// <summary>
    /// A database owned by the role <c>NAME_steps</c>, which makes its schema; the role <c>NAME_app</c> may connect
    /// and use what the steps grant it, and nobody else may come in.
    /// </summary>
    public static Task CreateDatabase(this PostgresCluster cluster, string database, string appPassword, string stepsPassword, CancellationToken cancel) =>
        CreateDatabase(cluster.AdminConnectionString, database, appPassword, stepsPassword, cancel);

    /// <summary>The same on a server that is not ours.</summary>
    internal static async Task CreateDatabase(string adminConnection, string database, string appPassword, string stepsPassword, CancellationToken cancel)
    {
        var (app, steps) = ($"{database}_app", $"{database}_steps");
        await using (var admin = await Open(adminConnection, "postgres", cancel))
        {
            await CreateRole(admin, app, appPassword, cancel);
            await CreateRole(admin, steps, stepsPassword, cancel);
            if (!await Exists(admin, "SELECT 1 FROM pg_database WHERE datname = $1", database, cancel))
                await Run(admin, $"CREATE DATABASE {Name(database)} OWNER {Name(steps)} TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'", cancel);
            await Run(admin, $"REVOKE ALL ON DATABASE {Name(database)} FROM PUBLIC; GRANT CONNECT ON DATABASE {Name(database)} TO {Name(app)}", cancel);
        }

        await using var inside = await Open(adminConnection, database, cancel);
        foreach (var extension in _extensions)
            await Run(inside, $"CREATE EXTENSION IF NOT EXISTS {Name(extension)}", cancel);
        await Run(inside, $"ALTER SCHEMA public OWNER TO {Name(steps)}; REVOKE ALL ON SCHEMA public FROM PUBLIC; GRANT USAGE ON SCHEMA public TO {Name(app)}", cancel);
    }

    /// <summary>Ends its sessions first; no error when it does not exist.</summary>
    public static async Task DropDatabase(this PostgresCluster cluster, string database, CancellationToken cancel)
    {
        await using var admin = await Open(cluster.AdminConnectionString, "postgres", cancel);
        await Run(admin, $"DROP DATABASE IF EXISTS {Name(database)} WITH (FORCE)", cancel);
    }

    static async Task CreateRole(NpgsqlConnection admin, string role, string password, CancellationToken cancel)
    {
        var verb = await Exists(admin, "SELECT 1 FROM pg_roles WHERE rolname = $1", role, cancel) ? "ALTER" : "CREATE";
        await Run(admin, $"{verb} ROLE {Name(role)} LOGIN PASSWORD '{password.Replace("'", "''", StringComparison.Ordinal)}'", cancel);
    }

    static async Task<bool> Exists(NpgsqlConnection connection, string sql, string name, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = name } } };
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    // Not pooled: an idle connection left behind would keep the database from being dropped or copied, and outlive a restart.
    static async Task<NpgsqlConnection> Open(string adminConnection, string database, CancellationToken cancel)
    {
        var address = new NpgsqlConnectionStringBuilder(adminConnection) { Database = database, Pooling = false };
        var connection = new NpgsqlConnection(address.ConnectionString);
        await connection.OpenAsync(cancel);
        return connection;
    }

    static string Name(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
