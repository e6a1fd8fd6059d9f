using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// Work of a service that a timer begins: round after round, in one process at a time whatever the number of replicas (advisory lock). A database that is
/// away makes a round fail and the next one try again; anything else ends the process, as an error that nobody foresaw should.
/// </summary>
/// <param name="database">The service's.</param>
/// <param name="key">The lock's number: eight letters that no other rounds of a service have.</param>
/// <param name="every">How long after a round begins the next one does.</param>
/// <param name="log">Where a round that failed is told.</param>
public abstract class TimedRounds(NpgsqlDataSource database, long key, TimeSpan every, ILogger log) : BackgroundService
{
    /// <summary>Goes once through all that waits.</summary>
    protected abstract Task Round(CancellationToken cancel);

    protected sealed override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(every);
        while (await Next(timer, stoppingToken))
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(stoppingToken);
                if (!await Ask(connection, "SELECT pg_try_advisory_lock($1)"))
                    continue;
                try
                {
                    await Round(stoppingToken);
                }
                finally
                {
                    await Ask(connection, "SELECT pg_advisory_unlock($1)");
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is NpgsqlException or DbUpdateException or InvalidOperationException { InnerException: NpgsqlException })
            {
                log.LogWarning("{Rounds} wait: {Failure}", GetType().Name, StorageFailures.Named(failure));
            }
        }
    }

    static async Task<bool> Next(PeriodicTimer timer, CancellationToken stopping)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stopping);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    async Task<bool> Ask(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = key } } };
        return (bool)(await command.ExecuteScalarAsync(CancellationToken.None))!;
    }
}
