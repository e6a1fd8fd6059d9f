using Gms.Local;
using Gms.Registry.V1;
using Npgsql;

namespace Gms.Bench.Peak;

/// <summary>Every receipt of the client's own log against what the registry holds: departures, decisions, the officers' queue, events, timelines.</summary>
sealed record Reconciliation(int Sent, int Answered, int Lost, int Double, int OtherThanExpected, long Cleared, long Refused, long HeldForAnOfficer, long EventsMissing)
{
    public bool IsWhole => Sent == Answered && Lost == 0 && Double == 0 && OtherThanExpected == 0 && EventsMissing == 0;

    public static async Task<Reconciliation> Of(LocalSystem system, ClientLog log, CancellationToken cancel)
    {
        ClientLog.Entry[] entries = [.. log.Entries];
        await using var registry = await Copies.Open(system, "registry", cancel);
        Guid[] requests = [.. entries.Select(e => Guid.Parse(e.Sending.RequestId))];
        await registry.Run("CREATE TEMP TABLE sent AS SELECT unnest($1::uuid[]) AS request_id", cancel, [.. requests.Select(r => r.ToString())]);
        await registry.Run("CREATE TEMP TABLE got AS SELECT d.* FROM sent JOIN departures d USING (request_id)", cancel);
        await registry.Run("ANALYZE got", cancel);
        // Events may still be on their way.
        await Wait.For(async stop => await registry.Count(Missing, stop) == 0, TimeSpan.FromMinutes(3), cancel);

        var held = await Departures(registry, cancel);
        var (lost, twice, other) = (0, 0, 0);
        foreach (var entry in entries.Where(e => e.Answers > 0))
        {
            if (entry.Receipts.Distinct().Count() > 1 || (held.TryGetValue(Guid.Parse(entry.Sending.RequestId), out var row) && row.Decisions > 1))
                twice++;
            if (!held.TryGetValue(Guid.Parse(entry.Sending.RequestId), out row) || row.Id.ToString() != entry.Receipts.First() || row.Decisions == 0)
                lost++;
            else if (row.Status != entry.Sending.Applicant.Expected.ToString())
                other++;
        }
        Task<long> OfStatus(string status) => registry.Count($"SELECT count(*) FROM got WHERE status = '{status}'", cancel);
        return new(entries.Length, entries.Count(e => e.Answers > 0), lost, twice, other, await OfStatus("Cleared"), await OfStatus("Refused"),
            await registry.Count("SELECT count(*) FROM got WHERE status = 'Held' AND missing_parts = '{}'", cancel), await registry.Count(Missing, cancel));
    }

    /// <summary>Each departure has two events, registered and decided, each of which was sent and stands once on the worker's timeline.</summary>
    const string Missing =
        """
        SELECT count(*) FROM (
            SELECT got.id, count(DISTINCT o.event_id) FILTER (WHERE o.published_at IS NOT NULL) AS sent, count(e.event_id) AS entries
              FROM got LEFT JOIN outbox o ON o.subject_id = got.id::text LEFT JOIN journey_entries e ON e.event_id = o.event_id
             GROUP BY got.id) AS each
         WHERE sent <> 2 OR entries <> 2
        """;

    static async Task<Dictionary<Guid, (Guid Id, string Status, long Decisions)>> Departures(Copies registry, CancellationToken cancel)
    {
        await using var command = registry.Command("SELECT request_id, id, status, (SELECT count(*) FROM departure_decisions x WHERE x.departure_id = got.id) FROM got");
        await using var row = await command.ExecuteReaderAsync(cancel);
        var held = new Dictionary<Guid, (Guid, string, long)>();
        while (await row.ReadAsync(cancel))
            held[row.GetGuid(0)] = (row.GetGuid(1), row.GetString(2), row.GetInt64(3));
        return held;
    }
}
