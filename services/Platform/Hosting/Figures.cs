using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// Measures a service's figures every quarter of a minute, in one process at a time: a replica that does not measure tells nothing, so that a sum over
/// replicas counts nothing twice. Runs only where there is somebody to tell.
/// </summary>
sealed class Figures : TimedRounds
{
    const long Key = 0x474D535F46494753;    // "GMS_FIGS"

    static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <summary>A process that lost its turn must not go on telling what it measured last.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(50);

    static readonly Meter Meter = new("Gms.Figures");

    /// <summary>
    /// What every service has: events that are not sent yet, and apart from them those that only another build can send ($1: the names that this one knows; $2: what of
    /// them it cannot read). What a handler gave up on is told by RabbitMQ itself, queue by queue.
    /// </summary>
    static readonly Figure[] OfAll =
    [
        new("gms.outbox.waiting", "{events}", "Events written and not sent yet.", "SELECT count(*)::double precision FROM outbox WHERE published_at IS NULL AND name = ANY($1) AND event_id <> ALL($2)"),
        new("gms.outbox.oldest", "s", "Age of the oldest event that is not sent yet.", "SELECT coalesce(extract(epoch FROM now() - min(recorded_at)), 0)::double precision FROM outbox WHERE published_at IS NULL AND name = ANY($1) AND event_id <> ALL($2)"),
        new("gms.outbox.unreadable", "{events}", "Events that this build does not know or cannot read.", "SELECT count(*)::double precision FROM outbox WHERE published_at IS NULL AND (name <> ALL($1) OR event_id = ANY($2))"),
    ];

    readonly NpgsqlDataSource _database;
    readonly Figure[] _figures;
    readonly HashSet<Guid> _unreadable = [];
    readonly ConcurrentDictionary<string, (long At, Measurement<double>[] Values)> _measured = new();

    public Figures(NpgsqlDataSource database, IEnumerable<Figure> own, ILogger<Figures> log) : base(database, Key, Every, log)
    {
        (_database, _figures) = (database, [.. OfAll, .. own]);
        foreach (var figure in _figures)
            Meter.CreateObservableGauge(figure.Name, () => Told(figure.Name), figure.Unit, figure.Description);
    }

    protected override Task Round(CancellationToken cancel) => Measure(cancel);

    internal async Task Measure(CancellationToken cancel)
    {
        await LookAtWhatWaits(cancel);
        foreach (var figure in _figures)
            _measured[figure.Name] = (Stopwatch.GetTimestamp(), await Measure(figure, cancel));
    }

    internal Measurement<double>[] Told(string name) => _measured.TryGetValue(name, out var last) && Stopwatch.GetElapsedTime(last.At) < Fresh ? last.Values : [];

    async Task<Measurement<double>[]> Measure(Figure figure, CancellationToken cancel)
    {
        await using var command = OfAll.Contains(figure) ? Events(figure.Sql) : _database.CreateCommand(figure.Sql);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var values = new List<Measurement<double>>();
        while (await row.ReadAsync(cancel))
            values.Add(figure.Tag is { } tag ? new(row.GetDouble(0), new KeyValuePair<string, object?>(tag, row.GetString(1))) : new(row.GetDouble(0)));
        return [.. values];
    }

    /// <summary>What is not sent after a minute is looked at: a body that cannot be read waits for another build, not for the broker.</summary>
    async Task LookAtWhatWaits(CancellationToken cancel)
    {
        await using var command = Events(
            "SELECT event_id, name, body FROM outbox WHERE published_at IS NULL AND recorded_at < now() - interval '1 minute' AND name = ANY($1) AND event_id <> ALL($2) ORDER BY position LIMIT 500");
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            if (!EventJson.CanRead(row.GetString(2), EventNames.TypeOf(row.GetString(1))!))
                _unreadable.Add(row.GetGuid(0));
    }

    NpgsqlCommand Events(string sql)
    {
        var command = _database.CreateCommand(sql);
        command.Parameters.Add(new() { Value = EventNames.Known });
        command.Parameters.Add(new() { Value = _unreadable.ToArray() });
        return command;
    }
}
