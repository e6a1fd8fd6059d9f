using Gms.Platform;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Reintegration.Cases;

/// <summary>Gives a key to cases from before keys, and after a rotation wraps every key anew: an older column key can then be retired, and with it the copies in backups.</summary>
sealed class CaseKeys(NpgsqlDataSource database, PersonKeys keys, ILogger<CaseKeys> log) : TimedRounds(database, Lock, Every, log)
{
    const int Batch = 200;
    const long Lock = 0x474D53434B455953;    // "GMSCKEYS"

    static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    readonly NpgsqlDataSource _database = database;

    protected override async Task Round(CancellationToken cancel)
    {
        await using var connection = await _database.OpenConnectionAsync(cancel);
        while (await Next(connection, cancel) > 0)
        {
        }
    }

    async Task<int> Next(NpgsqlConnection connection, CancellationToken cancel)
    {
        var old = await Some(connection, cancel);
        foreach (var (id, key) in old)
        {
            var made = key is null ? keys.New(id) : keys.Renewed(key, id);
            await using var command = new NpgsqlCommand("UPDATE cases SET case_key = $2, key_version = $3 WHERE id = $1 AND case_key IS NOT DISTINCT FROM $4 AND erased_at IS NULL", connection)
            {
                Parameters = { new() { Value = id }, new() { Value = made.Bytes }, new() { Value = made.Version }, new() { Value = (object?)key ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea } },
            };
            await command.ExecuteNonQueryAsync(cancel);
        }
        return old.Count;
    }

    async Task<List<(Guid Id, byte[]? Key)>> Some(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            """
            (SELECT id, case_key FROM cases WHERE case_key IS NULL AND erased_at IS NULL LIMIT $1)
            UNION ALL
            (SELECT id, case_key FROM cases WHERE case_key IS NOT NULL AND key_version < $2 LIMIT $1)
            """, connection)
        {
            Parameters = { new() { Value = Batch }, new() { Value = keys.Version } },
        };
        await using var row = await command.ExecuteReaderAsync(cancel);
        var rows = new List<(Guid, byte[]?)>();
        while (await row.ReadAsync(cancel))
            rows.Add((row.GetGuid(0), row.IsDBNull(1) ? null : row.GetFieldValue<byte[]>(1)));
        return rows;
    }
}
