using System.Globalization;

namespace Gms.Bench.Agencies;

/// <summary>The SQL of a verdict on an agency, as the service sends it, and agencies to ask about.</summary>
static class AgencySql
{
    // services/Recruitment/Compliance/PartyReader.cs
    public const string Verdict =
        """
        SELECT a.country, r.branches, r.sub_agents, d.employers, d.looked_at, k.every, k.open, k.overdue, k.retaliation, k.times_late, k.upheld, p.recruitments, p.counts, q.recruitments, q.counts
          FROM agencies a
          LEFT JOIN weighed_parties p ON p.party_id = a.id AND p.year = $2
          LEFT JOIN weighed_parties q ON q.party_id = a.id AND q.year = $2 + 1
          CROSS JOIN LATERAL (SELECT count(*) FILTER (WHERE kind = 'Branch') AS branches, count(*) FILTER (WHERE kind = 'SubAgent') AS sub_agents
                                FROM agency_representatives WHERE agency_id = a.id AND from_day <= $4 AND (last_day IS NULL OR last_day >= $4)) r
          CROSS JOIN LATERAL (SELECT count(*) AS employers, count(*) FILTER (WHERE each.looked_at) AS looked_at
                                FROM (SELECT bool_and(EXISTS (SELECT 1 FROM verdicts v WHERE v.agency_id = a.id AND v.subject_id = o.employer_id
                                                                  AND v.kept_at <= o.registered_at AND v.kept_at >= o.registered_at - interval '24 months')) AS looked_at
                                        FROM (SELECT employer_id, registered_at FROM job_orders WHERE agency_id = a.id AND registered_at >= $3
                                              UNION ALL SELECT employer_id, registered_at FROM job_orders WHERE further_agencies @> ARRAY[a.id] AND registered_at >= $3) o
                                       GROUP BY o.employer_id) each) d
          CROSS JOIN LATERAL (SELECT count(*) AS every, count(*) FILTER (WHERE c.state NOT IN ('Closed', 'Withdrawn')) AS open,
                                     count(*) FILTER (WHERE c.state NOT IN ('Closed', 'Withdrawn') AND (c.escalation > 0 OR c.due_on < $4)) AS overdue,
                                     count(*) FILTER (WHERE c.retaliation) AS retaliation, coalesce(sum(l.times), 0) AS times_late,
                                     count(*) FILTER (WHERE c.state <> 'Appealed' AND c.finding IN ('Upheld', 'PartlyUpheld')) AS upheld
                                FROM complaints c
                                CROSS JOIN LATERAL (SELECT count(*) AS times FROM complaint_entries e
                                                     WHERE e.complaint_id = c.id AND (e.kind = 'Escalated' OR (e.kind = 'Answered' AND e.on_day > e.was_due_on))) l
                               WHERE c.agency_id = a.id AND (c.opened_at >= $5 OR c.state NOT IN ('Closed', 'Withdrawn'))) k
         WHERE a.id = $1
        """;

    public const string Licences =
        """
        SELECT l.id, l.number, l.outbound, l.valid_from, l.valid_to, l.countries, l.deposit_minor, l.deposit_currency, s.from_day, s.until_day, l.revoked_from
          FROM licences l LEFT JOIN licence_suspensions s ON s.licence_id = l.id
         WHERE l.agency_id = $1
         ORDER BY l.id
        """;

    public const string Statements =
        """
        SELECT s.counted, a.key, a.value, count(*)
          FROM (SELECT answers, row_number() OVER (ORDER BY recorded_month, id) AS place, count(*) OVER () / $3 * $3 AS counted
                  FROM anonymous_statements WHERE agency_id = $1 AND recorded_month < $2) s CROSS JOIN LATERAL jsonb_each_text(s.answers) a
         WHERE s.place <= s.counted
         GROUP BY s.counted, a.key, a.value
        """;

    public const string Audit =
        """
        INSERT INTO bench_audit (id, at, kind, event, call, account, organisation, actor, purpose, subject, fields, outcome, correlation_id)
        VALUES ($1, now(), 'read', 'agency-verified', 'gms.recruitment.v1.Compliance/VerifyAgency', 'bench', 'bench', NULL, 'recruitment-verification', NULL, NULL, NULL, '00000000000000000000000000000000')
        """;

    public const string OneRow = "SELECT id, name, country, registration_number FROM agencies WHERE id = $1";

    public static Guid IdOf(int place) => Guid.ParseExact(place.ToString("x32", CultureInfo.InvariantCulture), "N");

    const string Id = "lpad(to_hex(i), 32, '0')::uuid";

    /// <summary>Agencies with what a verdict weighs of each, made in the database.</summary>
    public static string Fill(int agencies) =>
        $"""
        INSERT INTO agencies (id, country, name, registration_number, registered_at, version)
            SELECT {Id}, 'LA', 'Bench ' || i, 'B' || i, now(), 1 FROM generate_series(0, {agencies - 1}) AS i;
        INSERT INTO licences (id, agency_id, country, number, outbound, valid_from, valid_to, countries, granted_at)
            SELECT gen_random_uuid(), {Id}, 'LA', 'B' || i || '-' || n, true, current_date - 400 * n, current_date - 400 * n + 399, ARRAY['TH', 'JP', 'KR'], now() FROM generate_series(0, {agencies - 1}) AS i, generate_series(0, 1) AS n;
        INSERT INTO licence_suspensions (id, licence_id, from_day, until_day, reason)
            SELECT gen_random_uuid(), id, valid_from + 10, valid_from + 20, 'bench' FROM licences WHERE number LIKE 'B%' AND substr(id::text, 1, 1) < '4';
        INSERT INTO employers (id, country, name, registration_number, sector, subdivision, registered_at, version)
            SELECT {Id}, 'TH', 'Bench ' || i, 'B' || i, 'GARMENT', 'TH-10', now(), 1 FROM generate_series(0, 499) AS i;
        INSERT INTO job_orders (id, employer_id, agency_id, origin, country, channel, occupation, places, places_left, wage_minor, wage_currency, wage_period, hours_per_week, open_until, status, registered_at, version)
            SELECT gen_random_uuid(), lpad(to_hex((i * 7 + n) % 500), 32, '0')::uuid, {Id}, 'LA', 'TH', 'MOU_S59', '8153', 10, 10, 1300000, 'THB', 'Month', 48, current_date + 90, 'Draft', now() - n * interval '100 days', 1
              FROM generate_series(0, {agencies - 1}) AS i, generate_series(0, 5) AS n;
        INSERT INTO verdicts (id, kind, subject_id, country, as_of, signed, pass, fail, unknown, not_applicable, kept_for, agency_id, organisation, keeper_country, kept_at)
            SELECT gen_random_uuid(), 'Employer', lpad(to_hex((i * 7 + n) % 500), 32, '0')::uuid, 'TH', current_date, decode(repeat('00', 6000), 'hex'), 10, 0, 20, 8, 'bench', {Id}, 'bench', 'LA', now() FROM generate_series(0, {agencies - 1}) AS i, generate_series(0, 3) AS n;
        INSERT INTO complaints (id, country, worker_number, agency_id, category, urgency, state, told_by, organisation, subject, evidence, differences, opened_at, due_on, close_by)
            SELECT gen_random_uuid(), 'LA', 'LA-0000-0000-0', {Id}, 'Wages', 'Normal', 'Opened', 'Worker', '', 'bench', '[]', '[]', now(), current_date + 7, current_date + 90 FROM generate_series(0, {agencies - 1}) AS i, generate_series(0, 4) AS n;
        INSERT INTO weighed_parties (party_id, year, recruitments, counts)
            SELECT {Id}, extract(year FROM now())::int - n, 60, (SELECT array_agg((i * 31 + k * 17) % 60 ORDER BY k) FROM generate_series(1, 152) AS k) FROM generate_series(0, {agencies - 1}) AS i, generate_series(0, 1) AS n
        """;

    public static string Script(int agencies)
    {
        const string id = "lpad(to_hex(:agency::bigint), 32, '0')::uuid";
        return $"\\set agency random(0, {agencies - 1})\n\\startpipeline\n"
            + Sql.With(Verdict, id, "2025", "now() - interval '24 months'", "current_date", "timestamptz '2025-01-01Z'")
            + Sql.With(Licences, id)
            + Sql.With(Statements, id, "date_trunc('month', current_date)::date", "5")
            + Sql.With(Audit, "gen_random_uuid()")
            + "\\endpipeline\n";
    }
}
