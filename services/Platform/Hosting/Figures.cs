using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using Npgsql;
using RabbitMQ.Client.Exceptions;

namespace Gms.Platform;

/// <summary>
/// Measures a service's figures every quarter of a minute, in one process at a time: a replica that does not measure tells nothing, so that a sum over
/// replicas counts nothing twice. Runs only where there is somebody to tell.
/// </summary>
sealed class Figures : TimedRounds
{
    const long Key = 0x474D535F46494753;    // "GMS_FIGS"
    const string ErrorsName = "gms.errors.kept";

    static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    /// <summary>A process that lost its turn must not go on telling what it measured last.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromSeconds(50);

    static readonly Meter Meter = new("Gms.Figures");

    /// <summary>What every service has: events not sent yet, and events that a handler gave up on.</summary>
    static readonly Figure[] OfAll =
    [
        new("gms.outbox.waiting", "{events}", "Events written and not sent yet.", "SELECT count(*)::double precision FROM outbox WHERE published_at IS NULL"),
        new("gms.outbox.oldest", "s", "Age of the oldest event that is not sent yet.", "SELECT coalesce(extract(epoch FROM now() - min(recorded_at)), 0)::double precision FROM outbox WHERE published_at IS NULL"),
    ];

    readonly NpgsqlDataSource _database;
    readonly ErrorQueues? _errors;
    readonly ILogger<Figures> _log;
    readonly Figure[] _figures;
    readonly ConcurrentDictionary<string, (DateTime At, Measurement<double>[] Values)> _measured = new();

    public Figures(NpgsqlDataSource database, IEnumerable<Figure> own, ILogger<Figures> log, ErrorQueues? errors = null) : base(database, Key, Every, log)
    {
        (_database, _errors, _log, _figures) = (database, errors, log, [.. OfAll, .. own]);
        foreach (var figure in _figures)
            Meter.CreateObservableGauge(figure.Name, () => Told(figure.Name), figure.Unit, figure.Description);
        Meter.CreateObservableGauge(ErrorsName, () => Told(ErrorsName), "{messages}", "Events that a handler gave up on, by queue.");
    }

    protected override Task Round(CancellationToken cancel) => Measure(cancel);

    internal async Task Measure(CancellationToken cancel)
    {
        foreach (var figure in _figures)
            _measured[figure.Name] = (DateTime.UtcNow, await Measure(figure, cancel));
        if (_errors is null)
            return;
        try
        {
            _measured[ErrorsName] = (DateTime.UtcNow, [.. (await _errors.List(cancel)).Select(queue => new Measurement<double>(queue.Messages, new KeyValuePair<string, object?>("queue", queue.WorkQueue)))]);
        }
        catch (Exception failure) when (failure is BrokerUnreachableException or OperationInterruptedException or AlreadyClosedException or IOException or TimeoutException)
        {
            _log.LogWarning("The error queues were not counted: {Failure}", failure.GetType().Name);
        }
    }

    internal Measurement<double>[] Told(string name) => _measured.TryGetValue(name, out var last) && DateTime.UtcNow - last.At < Fresh ? last.Values : [];

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
