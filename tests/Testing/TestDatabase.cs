using Gms.Platform;
using Npgsql;

namespace Gms.Testing;

/// <summary>A database of one's own on the server that REGISTRY_TEST_POSTGRES names, with the same two roles as in life. Dropped at the end.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    const string App = "test_app", Steps = "test_steps", Password = "test";

    readonly string _admin;

    TestDatabase(string admin, string name)
    {
        _admin = admin;
        Name = name;
    }

    public string Name { get; }

    public string AppConnection => Connection(App);

    public string StepsConnection => Connection(Steps);

    /// <summary>As superuser: what the database's owner could do behind the service's back.</summary>
    public string OwnerConnection => new NpgsqlConnectionStringBuilder(_admin) { Database = Name, Pooling = false }.ConnectionString;

    public static string Server => Environment.GetEnvironmentVariable("REGISTRY_TEST_POSTGRES")
        ?? throw new InvalidOperationException("REGISTRY_TEST_POSTGRES is not set. Run the tests by `./registry test`, which starts a PostgreSQL of its own.");

    public static async Task<TestDatabase> Make()
    {
        var name = $"t_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        // Test processes start side by side: one of them makes the roles.
        await Run(connection, "SELECT pg_advisory_lock(474747)");
        await Run(connection,
            $"""
            DO $$ BEGIN
              IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{App}') THEN
                CREATE ROLE {App} LOGIN PASSWORD '{Password}'; CREATE ROLE {Steps} LOGIN PASSWORD '{Password}';
              END IF;
            END $$
            """);
        await Run(connection, "SELECT pg_advisory_unlock(474747)");
        await Run(connection, $"CREATE DATABASE {name} OWNER {Steps}");

        var database = new TestDatabase(Server, name);
        await using var own = new NpgsqlConnection(database.OwnerConnection);
        await own.OpenAsync();
        await Run(own, $"CREATE EXTENSION btree_gist; CREATE EXTENSION pg_trgm; ALTER SCHEMA public OWNER TO {Steps}; REVOKE CREATE ON SCHEMA public FROM PUBLIC");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        await using var connection = new NpgsqlConnection(_admin);
        await connection.OpenAsync();
        await Run(connection, $"DROP DATABASE {Name} WITH (FORCE)");
    }

    string Connection(string role) => new NpgsqlConnectionStringBuilder(_admin) { Database = Name, Username = role, Password = Password }.ConnectionString;

    static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
