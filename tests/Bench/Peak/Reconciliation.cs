using Gms.Local;
using Gms.Registry.V1;
using Npgsql;

namespace Gms.Bench.Peak;

/// <summary>
/// Every receipt of the client's own log against what the registry holds: departures, decisions, the officers' queue, events, timelines. A departure
/// that was held for a part which did not answer in time is decided again, which is no second effect: each decision but the last must name such a part.
/// </summary>
sealed record Reconciliation(int Sent, int Answered, int Lost, int Double, int OtherThanExpected, int DecidedAgain, long Cleared, long Refused, long HeldForAnOfficer, long EventsMissing)
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
        // What waits for a part is decided when the part is back, and events may still be on their way.
        await Wait.For(async stop => await registry.Count(Waiting, stop) == 0, TimeSpan.FromMinutes(3), cancel);
        await registry.Run("DROP TABLE got", cancel);
        await registry.Run("CREATE TEMP TABLE got AS SELECT d.* FROM sent JOIN departures d USING (request_id)", cancel);
        await registry.Run("ANALYZE got", cancel);
        await Wait.For(async stop => await registry.Count(Missing, stop) == 0, TimeSpan.FromMinutes(3), cancel);

        var held = await Departures(registry, cancel);
        var (lost, twice, other, again) = (0, 0, 0, 0);
        foreach (var entry in entries.Where(e => e.Answers > 0))
        {
            var row = held.GetValueOrDefault(Guid.Parse(entry.Sending.RequestId));
            if (entry.Receipts.Distinct().Count() > 1 || row is { Final: > 1 } or { FinalIsLast: false })
                twice++;
            if (row is { Decisions: > 1 })
                again++;
            if (row is null || row.Id.ToString() != entry.Receipts.First() || row.Final == 0)
                lost++;
            else if (row.Status != entry.Sending.Applicant.Expected.ToString())
                other++;
        }
        Task<long> OfStatus(string status) => registry.Count($"SELECT count(*) FROM got WHERE status = '{status}'", cancel);
        return new(entries.Length, entries.Count(e => e.Answers > 0), lost, twice, other, again, await OfStatus("Cleared"), await OfStatus("Refused"),
            await registry.Count("SELECT count(*) FROM got WHERE status = 'Held' AND missing_parts = '{}'", cancel), await registry.Count(Missing, cancel));
    }

    const string Waiting = "SELECT count(*) FROM sent JOIN departures USING (request_id) WHERE status = 'Received' OR (status = 'Held' AND missing_parts <> '{}')";

    /// <summary>Each departure has an event for its receipt and one for each decision, each of which was sent and stands once on the worker's timeline.</summary>
    const string Missing =
        """
        SELECT count(*) FROM (
            SELECT got.id, got.version, count(DISTINCT o.event_id) FILTER (WHERE o.published_at IS NOT NULL) AS sent, count(e.event_id) AS entries
              FROM got LEFT JOIN outbox o ON o.subject_id = got.id::text LEFT JOIN journey_entries e ON e.event_id = o.event_id
             GROUP BY got.id, got.version) AS each
         WHERE sent <> version OR entries <> version
        """;

    /// <summary>A decision that only waits names a part that did not answer; any other is final, and there is one for each departure.</summary>
    static async Task<Dictionary<Guid, Held>> Departures(Copies registry, CancellationToken cancel)
    {
        await using var command = registry.Command(
            """
            SELECT request_id, id, status, count(*), count(*) FILTER (WHERE NOT waits), bool_and(waits OR last)
              FROM (SELECT got.request_id, got.id, got.status, x.version = got.version AS last,
                           x.status = 'Held' AND x.findings @? '$[*] ? (@.decisive == true && @.code like_regex "_NOT_ANSWERED$")' AS waits
                      FROM got JOIN departure_decisions x ON x.departure_id = got.id) AS each
             GROUP BY request_id, id, status
            """);
        await using var row = await command.ExecuteReaderAsync(cancel);
        var held = new Dictionary<Guid, Held>();
        while (await row.ReadAsync(cancel))
            held[row.GetGuid(0)] = new(row.GetGuid(1), row.GetString(2), row.GetInt64(3), row.GetInt64(4), row.GetBoolean(5));
        return held;
    }

    /// <summary>A departure that the registry holds, with how often it was decided.</summary>
    sealed record Held(Guid Id, string Status, long Decisions, long Final, bool FinalIsLast);
}
