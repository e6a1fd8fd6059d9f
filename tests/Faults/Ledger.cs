using System.Globalization;
using Gms.Local;
using Gms.Local.Demo;
using Npgsql;

namespace Gms.Faults;

/// <summary>
/// Compares what callers were answered with what every service has: each answered call is there exactly once, each event was applied exactly once,
/// no timeline has a hole, no event waits and no error queue holds anything.
/// </summary>
sealed class Ledger(Func<string, string> connectionTo, Func<CancellationToken, Task<string>> listQueues)
{
    /// <summary>What rabbitmqctl is asked, for a line per queue: its name, a tab, its messages.</summary>
    public static readonly string[] ListQueues = ["-q", "list_queues", "name", "messages", "--no-table-headers"];

    public Ledger(LocalSystem system) : this(
        database => new NpgsqlConnectionStringBuilder(system.AdminConnectionString) { Database = database, Pooling = false }.ConnectionString,
        cancel => system.Rabbit.Control(cancel, ListQueues))
    {
    }

    /// <summary>Sends every event of every service once more, as the worst crash between a confirm and its note would.</summary>
    public async Task SendEverythingAgain(CancellationToken cancel)
    {
        foreach (var database in Databases)
            await Run(database, "UPDATE outbox SET published_at = NULL", cancel);
    }

    /// <summary>Waits until no event is on its way any more.</summary>
    public Task<bool> Quiet(CancellationToken cancel) => Wait.For(async stop =>
    {
        foreach (var database in Databases)
            if (await Count(database, "SELECT count(*) FROM outbox WHERE published_at IS NULL", stop) > 0)
                return false;
        return (await Queues(stop)).Where(q => !q.Name.EndsWith("_error", StringComparison.Ordinal)).All(q => q.Messages == 0);
    }, TimeSpan.FromMinutes(3), cancel);

    /// <summary>
    /// What does not agree. The broker tells of its queues as they were some seconds ago, of those that it calls empty and of those that it calls full:
    /// a fault is one that stays.
    /// </summary>
    public async Task<IReadOnlyList<string>> Faults(IReadOnlyCollection<JourneyResult> journeys, CancellationToken cancel)
    {
        IReadOnlyList<string> faults = [];
        await Wait.For(async stop => (faults = await Compare(journeys, stop)).Count == 0, TimeSpan.FromSeconds(30), cancel);
        return faults;
    }

    async Task<IReadOnlyList<string>> Compare(IReadOnlyCollection<JourneyResult> journeys, CancellationToken cancel)
    {
        var faults = new List<string>();
        foreach (var journey in journeys)
        {
            if (!journey.Complete)
                faults.Add($"{journey.WorkerNumber} lacks {string.Join(", ", journey.Missing)}");
            foreach (var twice in journey.Timeline.GroupBy(e => (e.Event, e.OccurredAt)).Where(g => g.Count() > Times(g.Key.Event)))
                faults.Add($"{journey.WorkerNumber} has {twice.Key.Event} {twice.Count()} times at one time");
        }

        var numbers = journeys.Select(j => j.WorkerNumber).ToArray();
        foreach (var (database, what, sql, each) in Expected)
            if (await Count(database, sql, cancel, numbers) is var found && found != each * numbers.Length)
                faults.Add($"{database}: {found} {what}, {each * numbers.Length} were answered");

        var published = 0L;
        foreach (var database in Databases)
            published += await Count(database, "SELECT count(*) FROM outbox WHERE body::jsonb ->> 'workerNumber' = ANY($1)", cancel, numbers);
        if (await Count("registry", "SELECT count(*) FROM journey_entries WHERE worker_number = ANY($1)", cancel, numbers) is var applied && applied != published)
            faults.Add($"{published} events were written and {applied} stand on timelines");

        // What a consumer did stands in the audit, in the transaction that did it: once for each event, however often the event came.
        var returned = await Count("registry", "SELECT count(*) FROM outbox WHERE name LIKE 'gms.registry.worker-returned:%'", cancel);
        if (await Count("reintegration", "SELECT count(*) FROM audit WHERE kind = 'change' AND event = 'OnWorkerReturned'", cancel) is var acted && acted != returned)
            faults.Add($"{returned} returns were told and Reintegration acted {acted} times");

        faults.AddRange((await Queues(cancel)).Where(q => q.Messages > 0).Select(q => $"{q.Name} holds {q.Messages} messages"));
        return faults;
    }

    /// <summary>Every event that was ever written: its id, and its name without the version, as it is on the wire.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> Events(CancellationToken cancel)
    {
        var all = new Dictionary<Guid, string>();
        foreach (var database in Databases)
        {
            await using var connection = await Open(database, cancel);
            await using var command = new NpgsqlCommand("SELECT event_id, split_part(name, ':', 1) FROM outbox", connection);
            await using var row = await command.ExecuteReaderAsync(cancel);
            while (await row.ReadAsync(cancel))
                all.Add(row.GetGuid(0), row.GetString(1));
        }
        return all;
    }

    /// <summary>What one Lao garment worker's journey leaves in each service.</summary>
    static readonly (string Database, string What, string Sql, int Each)[] Expected =
    [
        ("registry", "workers", "SELECT count(*) FROM workers WHERE worker_number = ANY($1)", 1),
        ("registry", "departures", "SELECT count(*) FROM departures WHERE worker_number = ANY($1)", 1),
        ("registry", "crossings", "SELECT count(*) FROM crossings WHERE worker_number = ANY($1)", 4),
        ("registry", "returns", "SELECT count(*) FROM returns WHERE worker_number = ANY($1)", 1),
        ("recruitment", "contracts", "SELECT count(*) FROM contracts WHERE worker_number = ANY($1)", 1),
        ("recruitment", "costs", "SELECT count(*) FROM costs WHERE worker_number = ANY($1)", 2),
        ("social_security", "memberships", "SELECT count(*) FROM memberships WHERE worker_number = ANY($1)", 1),
        ("social_security", "contributions", "SELECT count(*) FROM contributions JOIN memberships ON memberships.id = contributions.membership_id WHERE worker_number = ANY($1)", 3),
        ("departure_orientation", "certificates", "SELECT count(*) FROM certificates WHERE worker_number = ANY($1)", 1),
        ("reintegration", "cases", "SELECT count(*) FROM cases WHERE worker_number = ANY($1)", 1),
    ];

    static readonly string[] Databases = ["registry", "recruitment", "social_security", "departure_orientation", "reintegration"];

    /// <summary>Two costs are recorded on one day, and two parties sign.</summary>
    static int Times(string happened) =>
        happened.StartsWith("gms.recruitment.cost-recorded", StringComparison.Ordinal) || happened.StartsWith("gms.recruitment.contract-signed", StringComparison.Ordinal) ? 2 : 1;

    async Task<List<(string Name, long Messages)>> Queues(CancellationToken cancel) =>
        [.. (await listQueues(cancel))
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('\t'))
            .Where(parts => parts.Length == 2 && !parts[0].StartsWith("test.", StringComparison.Ordinal))    // a listener of the test keeps what it hears
            .Select(parts => (parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture)))];

    async Task<long> Count(string database, string sql, CancellationToken cancel, string[]? numbers = null)
    {
        await using var connection = await Open(database, cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        if (numbers is not null)
            command.Parameters.Add(new() { Value = numbers });
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    async Task Run(string database, string sql, CancellationToken cancel)
    {
        await using var connection = await Open(database, cancel);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    async Task<NpgsqlConnection> Open(string database, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(connectionTo(database));
        await connection.OpenAsync(cancel);
        return connection;
    }
}
