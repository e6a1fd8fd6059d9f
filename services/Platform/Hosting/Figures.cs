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

    /// <summary>What every service has: events that are not sent yet. What a handler gave up on is told by RabbitMQ itself, queue by queue.</summary>
    static readonly Figure[] OfAll =
    [
        new("gms.outbox.waiting", "{events}", "Events written and not sent yet.", "SELECT count(*)::double precision FROM outbox WHERE published_at IS NULL"),
        new("gms.outbox.oldest", "s", "Age of the oldest event that is not sent yet.", "SELECT coalesce(extract(epoch FROM now() - min(recorded_at)), 0)::double precision FROM outbox WHERE published_at IS NULL"),
    ];

    readonly NpgsqlDataSource _database;
    readonly Figure[] _figures;
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
        foreach (var figure in _figures)
            _measured[figure.Name] = (Stopwatch.GetTimestamp(), await Measure(figure, cancel));
    }

    internal Measurement<double>[] Told(string name) => _measured.TryGetValue(name, out var last) && Stopwatch.GetElapsedTime(last.At) < Fresh ? last.Values : [];

    async Task<Measurement<double>[]> Measure(Figure figure, CancellationToken cancel)
    {
        await using var command = _database.CreateCommand(figure.Sql);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var values = new List<Measurement<double>>();
        while (await row.ReadAsync(cancel))
            values.Add(figure.Tag is { } tag ? new(row.GetDouble(0), new KeyValuePair<string, object?>(tag, row.GetString(1))) : new(row.GetDouble(0)));
        return [.. values];
    }
}
