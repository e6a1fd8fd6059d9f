using System.Globalization;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// Seals committed audit rows at least every second. One sealer per service whatever the number of replicas (advisory lock); rows are taken by
/// transaction, and only transactions older than every running one, so no row can slip in behind a seal and no writer waits for the chain.
/// </summary>
sealed class Sealer(NpgsqlDataSource database, IKeys keys, ServiceIdentity service, SealSettings settings, ILogger<Sealer> log) : BackgroundService
{
    const long Lock = 0x474D535F5345414C;    // "GMS_SEAL"

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(stoppingToken);
                await SealAsLongAsHolder(connection, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or IOException)
            {
                log.LogWarning("Sealing waits: {Failure}", failure.GetType().Name);
            }
            await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task SealAsLongAsHolder(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using (var take = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = Lock } } })
            if (!(bool)(await take.ExecuteScalarAsync(cancel))!)
                return;

        try
        {
            await CopyMissing(connection, cancel);
            var (number, from, previous) = await Last(connection, cancel);
            using var everySecond = new PeriodicTimer(settings.Every);
            do
            {
                var upTo = await OldestRunning(connection, cancel);
                if (upTo <= from)
                    continue;
                var (hash, rows) = await Seal.HashRows(connection, from, upTo, previous, cancel);
                if (rows == 0)
                    continue;    // the span grows until it holds a row

                var seal = Signed(new(++number, from, upTo, rows, hash, 0, [], DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds())), previous);
                await Insert(connection, seal, cancel);
                await WriteOutside(seal, cancel);
                (from, previous) = (upTo, hash);
            }
            while (await everySecond.WaitForNextTickAsync(cancel));
        }
        finally
        {
            // The connection goes back to a pool: the lock must not go with it.
            if (connection.FullState.HasFlag(System.Data.ConnectionState.Open))
            {
                await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
                await release.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
    }

    Seal Signed(Seal seal, byte[] previous)
    {
        var key = keys.Current(KeyKind.Seal, service.Client);
        seal = seal with { KeyVersion = key.Version };
        return seal with { Signature = key.Sign(seal.Text(previous)) };
    }

    static async Task<(long Number, ulong From, byte[] Previous)> Last(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT number, to_xid::text, hash FROM seals ORDER BY number DESC LIMIT 1", connection);
        await using var row = await command.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel) ? (row.GetInt64(0), ulong.Parse(row.GetString(1), CultureInfo.InvariantCulture), row.GetFieldValue<byte[]>(2)) : (0, 0, []);
    }

    static async Task<ulong> OldestRunning(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT pg_snapshot_xmin(pg_current_snapshot())::text", connection);
        return ulong.Parse((string)(await command.ExecuteScalarAsync(cancel))!, CultureInfo.InvariantCulture);
    }

    static async Task Insert(NpgsqlConnection connection, Seal seal, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "INSERT INTO seals (number, from_xid, to_xid, row_count, hash, key_version, signature, sealed_at) VALUES ($1, $2::text::xid8, $3::text::xid8, $4, $5, $6, $7, $8)", connection)
        {
            Parameters =
            {
                new() { Value = seal.Number },
                new() { Value = seal.FromXid.ToString(CultureInfo.InvariantCulture) },
                new() { Value = seal.ToXid.ToString(CultureInfo.InvariantCulture) },
                new() { Value = seal.Rows },
                new() { Value = seal.Hash },
                new() { Value = seal.KeyVersion },
                new() { Value = seal.Signature },
                new() { Value = seal.SealedAt },
            },
        };
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>After a crash between the database's commit and the file's, the last copies are missing or cut short.</summary>
    async Task CopyMissing(NpgsqlConnection connection, CancellationToken cancel)
    {
        var file = settings.FileOf(service);
        Directory.CreateDirectory(settings.Folder);
        if (File.Exists(file) && new FileInfo(file).Length > 0 && !(await File.ReadAllTextAsync(file, cancel)).EndsWith('\n'))
            await File.AppendAllTextAsync(file, "\n", cancel);
        var copied = Seal.ReadFile(file).Select(s => s.Number).ToHashSet();
        foreach (var seal in await Seal.ReadAll(connection, cancel))
            if (!copied.Contains(seal.Number))
                await WriteOutside(seal, cancel);
    }

    /// <summary>A copy that the database's owner cannot reach: whoever rewrites the chain in the database is found by it.</summary>
    async Task WriteOutside(Seal seal, CancellationToken cancel)
    {
        await using var file = new FileStream(settings.FileOf(service), FileMode.Append, FileAccess.Write, FileShare.Read);
        await file.WriteAsync(System.Text.Encoding.UTF8.GetBytes(Seal.ToLine(seal) + "\n"), cancel);
        file.Flush(flushToDisk: true);
    }
}

/// <summary>How often audit rows are sealed, and where the copies outside the database are.</summary>
public sealed record SealSettings(string Folder, TimeSpan Every)
{
    internal string FileOf(ServiceIdentity service) => Path.Combine(Folder, service.Client + ".jsonl");
}
