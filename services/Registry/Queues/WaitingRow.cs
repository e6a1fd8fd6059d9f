using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Queues;

/// <summary>One count of what waits, as the database adds it up; the reason is null for the whole queue.</summary>
sealed record WaitingRow(string Queue, string? Reason, int Number, int UnderADay, int UnderThreeDays, int UnderAWeek, int AWeekOrMore, DateTimeOffset OldestSince)
{
    /// <summary>
    /// One look for all queues, each by its own index. A departure that the rules hold waits for every check that is decisive, sure and not known
    /// (Finding.Holds); one that an officer holds waits for an officer; an appeal is neither.
    /// </summary>
    public static Task<List<WaitingRow>> Count(RegistryDb db, string country, DateTimeOffset now, CancellationToken cancel) => db.Database.SqlQuery<WaitingRow>(
        $"""
        WITH held AS MATERIALIZED (
            SELECT d.id, d.held_at AS since, d.missing_parts, x.findings, x.appeal, x.officer
            FROM departures d JOIN departure_decisions x ON x.departure_id = d.id AND x.version = d.version
            WHERE d.origin = {country} AND d.status = 'Held'
        ), waiting (queue, reason, id, since) AS (
            SELECT 'HeldDepartures', f ->> 'code', id, since
            FROM held LEFT JOIN LATERAL jsonb_array_elements(findings) AS f ON (f ->> 'decisive')::boolean AND f ->> 'outcome' = 'Unknown' AND f ->> 'confidence' IN ('High', 'Medium')
            WHERE cardinality(missing_parts) = 0 AND NOT appeal AND officer IS NULL
            UNION ALL SELECT 'HeldDepartures', 'OFFICER', id, since FROM held WHERE cardinality(missing_parts) = 0 AND NOT appeal AND officer IS NOT NULL
            UNION ALL SELECT 'UnansweredDepartures', part, id, since FROM held, unnest(missing_parts) AS part
            UNION ALL SELECT 'Appeals', NULL, id, since FROM held WHERE appeal AND cardinality(missing_parts) = 0
            UNION ALL SELECT 'Corrections', fact, id, proposed_at FROM corrections WHERE country = {country} AND state = 'Proposed'
            UNION ALL SELECT 'WorkItems', kind, id, opened_at FROM work_items WHERE country = {country} AND state IN ('Open', 'Taken')
        )
        SELECT queue AS "Queue", reason AS "Reason", count(DISTINCT id)::integer AS "Number",
            (count(DISTINCT id) FILTER (WHERE age < interval '1 day'))::integer AS "UnderADay",
            (count(DISTINCT id) FILTER (WHERE age >= interval '1 day' AND age < interval '3 days'))::integer AS "UnderThreeDays",
            (count(DISTINCT id) FILTER (WHERE age >= interval '3 days' AND age < interval '7 days'))::integer AS "UnderAWeek",
            (count(DISTINCT id) FILTER (WHERE age >= interval '7 days'))::integer AS "AWeekOrMore",
            min(since) AS "OldestSince"
        FROM (SELECT queue, reason, id, since, {now.ToUniversalTime()}::timestamptz - since AS age FROM waiting) AS aged
        GROUP BY GROUPING SETS ((queue), (queue, reason)) HAVING reason IS NOT NULL OR grouping(reason) = 1
        """).ToListAsync(cancel);

    public Proto.Waiting ToProto() => new()
    {
        Queue = System.Enum.Parse<Proto.QueueKind>(Queue),
        Reason = Reason ?? "",
        Count = Number,
        UnderADay = UnderADay,
        UnderThreeDays = UnderThreeDays,
        UnderAWeek = UnderAWeek,
        AWeekOrMore = AWeekOrMore,
        OldestSince = OldestSince.ToTimestamp(),
    };
}
