using System.Globalization;
using System.Text.RegularExpressions;

namespace Gms.Bench;

/// <summary>The SQL of the two calls, as the services send it; parameters are named by number in both ways of running it.</summary>
static partial class Sql
{
    // One worker's memberships, as simply as they can be asked for
    public const string Coverage =
        """
        SELECT scheme, from_day, to_day, born, sex, paid_months
          FROM memberships
         WHERE worker_number = ANY (worker_numbers($1)) AND end_reason IS DISTINCT FROM 'RecordedInError'
        """;

    // services/SocialSecurity/Coverage/Records.cs, sent for as many workers as ask at the same moment
    public const string CoverageOfMany =
        """
        SELECT asked, scheme, from_day, to_day, born, sex, paid_months
          FROM unnest($1) AS asked
         CROSS JOIN LATERAL unnest(CASE WHEN EXISTS (SELECT FROM worker_aliases WHERE number = asked) OR EXISTS (SELECT FROM worker_aliases WHERE survivor = asked)
                                        THEN worker_numbers(asked) ELSE ARRAY[asked] END) AS own
          JOIN memberships ON worker_number = own
         WHERE end_reason IS DISTINCT FROM 'RecordedInError'
        """;

    public const string OneMembership = "SELECT scheme, from_day, to_day, born, sex, paid_months FROM memberships WHERE id = $1";

    public const string AuditBeside =
        """
        INSERT INTO bench_audit (id, at, kind, event, call, account, organisation, actor, purpose, subject, fields, outcome, correlation_id)
        VALUES ($1, now(), $2, $3, $4, 'bench', 'bench', NULL, $5, $6, $7, NULL, '00000000000000000000000000000000')
        """;

    public const string Audit =
        """
        INSERT INTO audit (id, at, kind, event, call, account, organisation, actor, purpose, subject, fields, outcome, correlation_id)
        VALUES ($1, now(), $2, $3, $4, 'bench', 'bench', NULL, $5, $6, $7, NULL, '00000000000000000000000000000000')
        """;

    public const string Answered = "SELECT call, account, hash, response FROM requests WHERE request_id = $1";

    public const string Numbers = "SELECT unnest(worker_numbers($1))";

    public const string WorkerOnRecord =
        """
        SELECT w.worker_number, w.birth_date, w.nationality, w.id, d.kind, d.valid_from, d.valid_until, d.id
          FROM workers AS w
          LEFT JOIN documents AS d ON w.id = d.worker_id
         WHERE w.worker_number = ANY (ARRAY[$1])
         ORDER BY w.id
        """;

    public const string Earlier = "SELECT * FROM departures WHERE request_id = $1 LIMIT 2";

    public const string Receipt =
        """
        INSERT INTO departures (id, request_id, request_hash, worker_number, contract_id, agency_id, by_agency, origin, destination, channel, checkpoint, planned_on, employment_type, account, organisation, received_at, status, missing_parts, version)
        VALUES ($1, $2, '\x0000000000000000000000000000000000000000000000000000000000000000', $3, $1, NULL, false, 'LA', 'TH', 'MOU_S59', 'TH-LA-01', current_date, 'FORMAL', 'bench', 'bench', now(), 'Received', '{}', 1)
        RETURNING recorded_at, xmin
        """;

    public const string Decided = "UPDATE departures SET status = 'Cleared', version = 2, agency_id = $1 WHERE id = $1 RETURNING xmin";

    public const string Decision =
        """
        INSERT INTO departure_decisions (departure_id, version, status, findings, decided_at, officer, organisation, reason)
        VALUES ($1, 2, 'Cleared', $2::jsonb, now(), NULL, NULL, NULL)
        """;

    public const string Event =
        """
        INSERT INTO outbox (event_id, name, subject_id, subject_version, occurred_at, body, trace_parent, test_clock)
        VALUES ($1, $2, $3, 1, now(), $4, '00-00000000000000000000000000000000-0000000000000000-01', NULL)
        """;

    public const string CheckCoverageCall = "gms.social_security.v1.Coverage/CheckCoverage";
    public const string RegisterDepartureCall = "gms.registry.v1.Departures/RegisterDeparture";
    public const string ReceiptFields = "";
    public const string DecisionFields = "departure birth_date documents recruitment coverage orientation";

    /// <summary>The same statement for pgbench, with an expression in place of each parameter.</summary>
    public static string With(string sql, params string[] values) =>
        Numbered().Replace(sql, m => values[int.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture) - 1]).ReplaceLineEndings(" ") + ";\n";

    /// <summary>A text for pgbench, which takes a colon before a letter for one of its variables.</summary>
    public static string Text(string value) => "'" + ColonBeforeName().Replace(value.ReplaceLineEndings(" "), ": ").Replace("'", "''", StringComparison.Ordinal) + "'";

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Numbered();

    [GeneratedRegex(@":(?=\w)")]
    private static partial Regex ColonBeforeName();
}
