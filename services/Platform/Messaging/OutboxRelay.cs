using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// Sends what the outbox holds. One relay per service whatever the number of replicas (advisory lock). A batch is published concurrently and its
/// confirms are awaited together; only what the broker confirmed is marked. After a crash between confirm and mark an event is sent again, which the inbox absorbs.
/// What this build does not know (a newer replica's event) or cannot read waits for a build that does, and holds up nothing.
/// </summary>
sealed class OutboxRelay(NpgsqlDataSource database, IBus bus, Bindings bindings, ServiceSignals signals, ServiceIdentity service, ILogger<OutboxRelay> log) : BackgroundService
{
    const long Lock = 0x474D535F52454C59;    // "GMS_RELY"
    const int Batch = 500;

    static readonly ActivitySource Tracing = new("Gms.Outbox");
    static readonly Meter Meter = new("Gms.Outbox");
    static readonly Counter<long> Sent = Meter.CreateCounter<long>("gms.outbox.sent", description: "Events confirmed by the broker.");
    static readonly Histogram<double> Lag = Meter.CreateHistogram<double>("gms.outbox.lag", "s", "From commit to the broker's confirm.", tags: null,
        new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300] });    // the usual bounds are for milliseconds

    readonly ConcurrentDictionary<Guid, bool> _unreadable = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                while (!bindings.Done)
                    await Task.Delay(50, stoppingToken);
                await using var connection = await database.OpenConnectionAsync(stoppingToken);
                await RelayAsLongAsHolder(connection, stoppingToken);
            }
            catch (Exception ending) when (stoppingToken.IsCancellationRequested && ending is (OperationCanceledException or ObjectDisposedException))
            {
                return;    // something may be disposed of before we noticed
            }
            catch (Exception failure) when (failure is NpgsqlException or MassTransitException or OperationCanceledException or ObjectDisposedException or TimeoutException or RabbitMQ.Client.Exceptions.RabbitMQClientException)
            {
                log.LogWarning("Events of {Service} wait in the outbox: {Failure}", service.Name, failure.GetType().Name);
            }
            await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    async Task RelayAsLongAsHolder(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using (var take = new NpgsqlCommand("SELECT pg_try_advisory_lock($1)", connection) { Parameters = { new() { Value = Lock } } })
            if (!(bool)(await take.ExecuteScalarAsync(cancel))!)
                return;

        try
        {
            var partitionsMade = DateOnly.MinValue;
            while (true)
            {
                if (DateOnly.FromDateTime(DateTime.UtcNow) is var today && today != partitionsMade)
                {
                    await MakePartitions(connection, cancel);
                    await TellUnknown(connection, cancel);
                    partitionsMade = today;
                }
                var rows = await Unpublished(connection, cancel);
                if (rows.Count > 0)
                    await Send(connection, rows, cancel);
                if (rows.Count < Batch)
                    await signals.EventsOr(TimeSpan.FromMilliseconds(500), cancel);
            }
        }
        finally
        {
            if (connection.FullState.HasFlag(System.Data.ConnectionState.Open))
            {
                await using var release = new NpgsqlCommand("SELECT pg_advisory_unlock_all()", connection);
                await release.ExecuteNonQueryAsync(CancellationToken.None);
            }
        }
    }

    async Task Send(NpgsqlConnection connection, List<Row> rows, CancellationToken cancel)
    {
        // A batch on its way is not broken off when the service is told to stop: it has a moment more.
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        await using var stopping = cancel.Register(() => patience.CancelAfter(TimeSpan.FromSeconds(3)));
        var sends = rows.Select(row => Publish(row, patience.Token)).ToList();
        try
        {
            await Task.WhenAll(sends);
        }
        finally
        {
            var confirmed = rows.Zip(sends).Where(s => s.Second.IsCompletedSuccessfully && s.Second.Result).Select(s => s.First).ToList();
            if (confirmed.Count > 0)
                await Mark(connection, confirmed);
        }
    }

    /// <summary>True when the broker confirmed it, false when it is no event that can be sent.</summary>
    async Task<bool> Publish(Row row, CancellationToken cancel)
    {
        var type = EventNames.TypeOf(row.Name)!;
        object happened;
        try
        {
            happened = EventJson.Read(row.Body, type);
        }
        catch (JsonException)
        {
            _unreadable[row.EventId] = true;
            log.LogError("The event {EventId} ({Name}) in the outbox of {Service} cannot be read and waits", row.EventId, row.Name, service.Name);
            return false;
        }

        using var activity = Tracing.StartActivity("relay " + row.Name, ActivityKind.Producer, row.TraceParent);
        // Out of patience we stop waiting, but do not break off: a publish that is cancelled half way can leave its channel unusable for all that follow.
        await bus.Publish(happened, type, context =>
        {
            context.MessageId = row.EventId;
            context.Headers.Set(Wire.NameHeader, row.Name);
            if (row.TestClock is { } clock)
                context.Headers.Set(CallClock.Header, clock.ToString("O"));
        }, CancellationToken.None).WaitAsync(cancel);
        Sent.Add(1);
        Lag.Record((DateTime.UtcNow - row.RecordedAt).TotalSeconds);
        return true;
    }

    async Task<List<Row>> Unpublished(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(
            "SELECT event_id, recorded_at, name, body, trace_parent, test_clock FROM outbox WHERE published_at IS NULL AND name = ANY($1) AND event_id <> ALL($2) ORDER BY position LIMIT " + Batch, connection)
        {
            Parameters = { new() { Value = EventNames.Known }, new() { Value = _unreadable.Keys.ToArray() } },
        };
        await using var row = await command.ExecuteReaderAsync(cancel);
        var rows = new List<Row>();
        while (await row.ReadAsync(cancel))
            rows.Add(new(row.GetGuid(0), row.GetDateTime(1), row.GetString(2), row.GetString(3), row.IsDBNull(4) ? null : row.GetString(4), row.IsDBNull(5) ? null : row.GetFieldValue<DateTimeOffset>(5)));
        return rows;
    }

    static async Task Mark(NpgsqlConnection connection, List<Row> confirmed)
    {
        await using var command = new NpgsqlCommand(
            "UPDATE outbox SET published_at = now() FROM unnest($1, $2) AS sent(event_id, recorded_at) WHERE outbox.event_id = sent.event_id AND outbox.recorded_at = sent.recorded_at", connection)
        {
            Parameters = { new() { Value = confirmed.Select(r => r.EventId).ToArray() }, new() { Value = confirmed.Select(r => r.RecordedAt).ToArray() } },
        };
        await command.ExecuteNonQueryAsync(CancellationToken.None);
    }

    static async Task MakePartitions(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT make_outbox_partitions(current_date, 3)", connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    async Task TellUnknown(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT name, count(*) FROM outbox WHERE published_at IS NULL AND name <> ALL($1) GROUP BY name", connection)
        {
            Parameters = { new() { Value = EventNames.Known } },
        };
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            log.LogWarning("{Count} events {Name} wait in the outbox of {Service}: this build does not know them", row.GetInt64(1), row.GetString(0), service.Name);
    }

    sealed record Row(Guid EventId, DateTime RecordedAt, string Name, string Body, string? TraceParent, DateTimeOffset? TestClock);
}
