using Gms.Local;
using Npgsql;

namespace Gms.Restore;

/// <summary>What every table of every service holds: the number of its rows and a hash over all of them, whatever their order.</summary>
static class RowHashes
{
    /// <summary>When an event was sent may differ: a restore has recent ones sent again.</summary>
    const string NotCompared = "published_at";

    public static Task<IReadOnlyDictionary<string, string>> Of(LocalSystem system, CancellationToken cancel) => Of(
        system.Services.Where(s => s.Service.HasGrpc).Select(s => s.Service.Database),
        database => new NpgsqlConnectionStringBuilder(system.AdminConnectionString) { Database = database, Pooling = false }.ConnectionString, cancel);

    public static async Task<IReadOnlyDictionary<string, string>> Of(IEnumerable<string> databases, Func<string, string> connectionTo, CancellationToken cancel)
    {
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var database in databases)
        {
            await using var connection = new NpgsqlConnection(connectionTo(database));
            await connection.OpenAsync(cancel);
            foreach (var table in await Texts(connection, "SELECT format('%I', relname) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition", cancel))
                hashes[$"{database}.{table}"] =
                    (await Texts(connection, $"SELECT count(*) || ' rows ' || coalesce(md5(string_agg(md5((to_jsonb(t) - '{NotCompared}')::text), '' ORDER BY md5((to_jsonb(t) - '{NotCompared}')::text))), 'none') FROM {table} t", cancel)).Single();
        }
        return hashes;
    }

    static async Task<List<string>> Texts(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
        await using var row = await command.ExecuteReaderAsync(cancel);
        var texts = new List<string>();
        while (await row.ReadAsync(cancel))
            texts.Add(row.GetString(0));
        return texts;
    }
}
