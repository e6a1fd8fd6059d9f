using System.Security.Cryptography;
using Gms.Platform;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Registry.Workers;

/// <summary>
/// After a rotation of keys, wraps every person's key anew and hashes every number and contact anew, in small batches beside the daily
/// work, in one process at a time (advisory lock). Until it is done, what has an older version is read and found under that.
/// </summary>
sealed class RenewedKeys(NpgsqlDataSource database, KeyRenewal renewal, ILogger<RenewedKeys> log) : BackgroundService
{
    const long Lock = 0x474D535F52454B59;    // "GMS_REKY"

    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        try
        {
            do
                await Round(stoppingToken);
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // Told to stop; what is left is done by the next process.
        }
    }

    async Task Round(CancellationToken cancel)
    {
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancel);
            if (!await Ask(connection, "SELECT pg_try_advisory_lock($1)"))
                return;
            try
            {
                while (await renewal.NextBatch(connection, cancel) > 0)
                    cancel.ThrowIfCancellationRequested();
            }
            finally
            {
                // The connection goes back to a pool: the lock must not go with it.
                if (connection.FullState.HasFlag(System.Data.ConnectionState.Open))
                    await Ask(connection, "SELECT pg_advisory_unlock($1)");
            }
        }
        catch (NpgsqlException failure)
        {
            log.LogWarning("Renewing keys waits: {Failure}", failure.GetType().Name);
        }
        catch (CryptographicException failure)
        {
            log.LogError("A value cannot be read with its key, so keys are not renewed: {Failure}", failure.GetType().Name);
        }
    }

    static async Task<bool> Ask(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = Lock } } };
        return (bool)(await command.ExecuteScalarAsync(CancellationToken.None))!;
    }
}
