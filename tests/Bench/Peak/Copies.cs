using Gms.Local;
using Npgsql;

namespace Gms.Bench.Peak;

/// <summary>One database of the private cluster, in which rows are copied without triggers: each copy of a contract would else count down the places of the one job order.</summary>
sealed class Copies : IAsyncDisposable
{
    readonly NpgsqlConnection _connection;

    Copies(NpgsqlConnection connection) => _connection = connection;

    public static async Task<Copies> Open(LocalSystem system, string database, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(system.Postgres.AdminConnectionString) { Database = database, Pooling = false }.ConnectionString);
        await connection.OpenAsync(cancel);
        var copies = new Copies(connection);
        await copies.Run("SET session_replication_role = replica", cancel);
        return copies;
    }

    public NpgsqlCommand Command(string sql, params IEnumerable<object> values)
    {
        var command = new NpgsqlCommand(sql, _connection) { CommandTimeout = 300 };
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        return command;
    }

    public async Task Run(string sql, CancellationToken cancel, params string[][] lists)
    {
        await using var command = Command(sql, lists);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task<long> Count(string sql, CancellationToken cancel, params IEnumerable<object> values)
    {
        await using var command = Command(sql, values);
        return Convert.ToInt64(await command.ExecuteScalarAsync(cancel), System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Copies a row for each of the temporary table `made`, with some columns its own.</summary>
    public async Task Copy(string table, string which, CancellationToken cancel, params (string Column, string Value)[] own)
    {
        var columns = new List<string>();
        await using (var command = Command("SELECT attname::text FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped", table))
        await using (var row = await command.ExecuteReaderAsync(cancel))
            while (await row.ReadAsync(cancel))
                columns.Add(row.GetString(0));

        var values = columns.Select(c => own.FirstOrDefault(o => o.Column == c).Value ?? $"t.{c}");
        await Run($"INSERT INTO {table} ({string.Join(", ", columns)}) SELECT {string.Join(", ", values)} FROM {table} t CROSS JOIN made WHERE {which}", cancel);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
