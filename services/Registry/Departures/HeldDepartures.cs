using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Registry.Departures;

/// <summary>
/// Decides again what waits for a part that was down, and what a process that ended left undecided: in order of planned day, one at a time,
/// in one process at a time whatever the number of replicas (advisory lock).
/// </summary>
sealed class HeldDepartures(NpgsqlDataSource database, OwnWork work, TimeProvider clock, ILogger<HeldDepartures> log) : BackgroundService
{
    const long Lock = 0x474D535F48454C44;    // "GMS_HELD"
    const int Page = 100;

    static readonly TimeSpan Every = TimeSpan.FromSeconds(2);

    /// <summary>Longer than any call waits for its parts: a receipt older than this has nobody who decides it.</summary>
    static readonly TimeSpan Abandoned = TimeSpan.FromSeconds(20);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
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
                log.LogWarning("Held departures wait: {Failure}", failure.GetType().Name);
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

    /// <summary>Goes once through all that wait. A part found down is not asked again in this round.</summary>
    async Task Round(CancellationToken cancel)
    {
        HashSet<string> down = [];
        (DateOnly PlannedOn, Guid Id) last = (DateOnly.MinValue, Guid.Empty);
        while (true)
        {
            var page = await Waiting(last, cancel);
            foreach (var waiting in page)
            {
                if (!waiting.MissingParts.Exists(down.Contains))
                    down.UnionWith(await DecideAgain(waiting, cancel));
                last = (waiting.PlannedOn, waiting.Id);
            }
            if (page.Count < Page)
                return;
        }
    }

    async Task<List<WaitingDeparture>> Waiting((DateOnly PlannedOn, Guid Id) last, CancellationToken cancel)
    {
        await using var scope = work.Begin("held-departures-read", Purpose.DepartureClearance, "service:registry", "");
        var abandoned = clock.GetUtcNow() - Abandoned;
        return await scope.ServiceProvider.GetRequiredService<RegistryDb>().Departures.AsNoTracking()
            .Where(d => d.Status == DepartureStatus.Received || (d.Status == DepartureStatus.Held && d.MissingParts.Count > 0))
            .Where(d => d.Status == DepartureStatus.Held || EF.Property<DateTimeOffset>(d, "RecordedAt") < abandoned)
            .Where(d => d.PlannedOn > last.PlannedOn || (d.PlannedOn == last.PlannedOn && d.Id > last.Id))
            .OrderBy(d => d.PlannedOn).ThenBy(d => d.Id).Take(Page)
            .Select(d => new WaitingDeparture(d.Id, d.PlannedOn, d.MissingParts, d.Account, d.Organisation))
            .ToListAsync(cancel);
    }

    /// <returns>The parts that still do not answer.</returns>
    async Task<IReadOnlyList<string>> DecideAgain(WaitingDeparture waiting, CancellationToken cancel)
    {
        await using var scope = work.Begin("departure-decided-again", Purpose.DepartureClearance, waiting.Account, waiting.Organisation);
        var db = scope.ServiceProvider.GetRequiredService<RegistryDb>();
        var peers = scope.ServiceProvider.GetRequiredService<IPeers>();
        var departure = await db.Departures.SingleAsync(d => d.Id == waiting.Id, cancel);
        if (departure.Status is DepartureStatus.Cleared or DepartureStatus.Refused || (departure.Status == DepartureStatus.Held && departure.MissingParts.Count == 0))
            return [];    // an officer was faster

        var worker = await db.OnRecord(departure.WorkerNumber, cancel);
        try
        {
            await scope.ServiceProvider.GetRequiredService<Clearing>().Decide(
                departure, worker!, peer => peers.To(peer, Purpose.DepartureClearance, waiting.Account, waiting.Organisation), cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            return [];    // decided elsewhere meanwhile
        }
        return departure.MissingParts;
    }

    static async Task<bool> Ask(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = Lock } } };
        return (bool)(await command.ExecuteScalarAsync(CancellationToken.None))!;
    }

    sealed record WaitingDeparture(Guid Id, DateOnly PlannedOn, List<string> MissingParts, string Account, string Organisation);
}
