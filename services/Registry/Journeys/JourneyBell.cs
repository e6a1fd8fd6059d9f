using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Registry.Journeys;

/// <summary>
/// Tells those who watch a timeline that it grew, whichever process wrote it: one connection per process listens. While it is broken,
/// watchers look by themselves every few seconds.
/// </summary>
sealed class JourneyBell(NpgsqlDataSource database, ILogger<JourneyBell> log) : BackgroundService
{
    static readonly TimeSpan LookAnyway = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<Guid, Watcher> _watchers = new();

    public Watcher Watch(IReadOnlyList<string> workerNumbers)
    {
        var watcher = new Watcher(this, workerNumbers);
        _watchers[watcher.Id] = watcher;
        return watcher;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(stoppingToken);
                connection.Notification += (_, rung) => Ring(rung.Payload);
                await using (var listen = new NpgsqlCommand("LISTEN " + Timelines.Bell, connection))
                    await listen.ExecuteNonQueryAsync(stoppingToken);
                while (true)
                    await connection.WaitAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException failure)
            {
                log.LogWarning("Watchers of timelines look by themselves: {Failure}", failure.GetType().Name);
            }
            await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    void Ring(string workerNumber)
    {
        foreach (var watcher in _watchers.Values)
            if (watcher.WorkerNumbers.Contains(workerNumber))
                watcher.Rung.Writer.TryWrite(true);
    }

    /// <summary>One who watches a timeline, until disposed.</summary>
    public sealed class Watcher(JourneyBell bell, IReadOnlyList<string> workerNumbers) : IDisposable
    {
        internal Guid Id { get; } = Guid.NewGuid();

        internal IReadOnlyList<string> WorkerNumbers => workerNumbers;

        internal Channel<bool> Rung { get; } = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        /// <summary>Waits until the timeline grew, or a few seconds have passed.</summary>
        public async Task Wait(CancellationToken cancel)
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            patience.CancelAfter(LookAnyway);
            try
            {
                await Rung.Reader.ReadAsync(patience.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                // Nobody rang: look anyway.
            }
        }

        public void Dispose() => bell._watchers.TryRemove(Id, out _);
    }
}
