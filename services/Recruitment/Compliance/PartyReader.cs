using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
using Gms.Recruitment.Declarations;
using Gms.Recruitment.JobOrders;
using Gms.Recruitment.Reference;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace Gms.Recruitment.Compliance;

/// <summary>
/// The facts for the verdict on an agency or employer. For today they are read from sums in one prepared round trip, since agencies are asked about all day
/// long; for a past day, or as they were once known, every recruitment is weighed anew.
/// </summary>
public sealed class PartyReader(NpgsqlDataSource database, Lazy<RecruitmentDb> later, RecruitmentReference reference)
{
    /// <summary>Made for a past day only.</summary>
    RecruitmentDb Db => later.Value;

    /// <summary>How far back an agency's own diligence counts (indicator FR37).</summary>
    internal const int DiligenceMonths = 24;

    static DateTimeOffset EndOf(DateOnly day) => new(day.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero);

    static DateTimeOffset FirstOf(int year) => new(year, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal const string AgencySql =
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

    internal const string LicencesSql =
        """
        SELECT l.id, l.number, l.outbound, l.valid_from, l.valid_to, l.countries, l.deposit_minor, l.deposit_currency, s.from_day, s.until_day, l.revoked_from
          FROM licences l LEFT JOIN licence_suspensions s ON s.licence_id = l.id
         WHERE l.agency_id = $1
         ORDER BY l.id
        """;

    /// <summary>As StatementCounts counts them: whole groups, in the order of months and by chance within one.</summary>
    internal const string StatementsSql =
        """
        SELECT s.counted, a.key, a.value, count(*)
          FROM (SELECT answers, row_number() OVER (ORDER BY recorded_month, id) AS place, count(*) OVER () / $3 * $3 AS counted
                  FROM anonymous_statements WHERE agency_id = $1 AND recorded_month < $2) s CROSS JOIN LATERAL jsonb_each_text(s.answers) a
         WHERE s.place <= s.counted
         GROUP BY s.counted, a.key, a.value
        """;

    /// <summary>As it stands now.</summary>
    /// <param name="on">The day on which it is asked: statements without a name of its month and later ones wait.</param>
    internal async Task<AgencyFacts?> Agency(Guid id, DateOnly asOf, string? partner, bool forAgency, DateOnly on, CancellationToken cancel)
    {
        await using var batch = database.CreateBatch();
        var year = PartyRecord.FirstYear(asOf);
        batch.BatchCommands.Add(new(AgencySql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<int> { TypedValue = year }, new NpgsqlParameter<DateTime> { TypedValue = EndOf(asOf).AddMonths(-DiligenceMonths).UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz }, new NpgsqlParameter<DateOnly> { TypedValue = asOf }, new NpgsqlParameter<DateTime> { TypedValue = FirstOf(year).UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz } } });
        batch.BatchCommands.Add(new(LicencesSql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } } });
        batch.BatchCommands.Add(new(StatementsSql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<DateOnly> { TypedValue = MonthOf(on) }, new NpgsqlParameter<long> { TypedValue = reference.Questions.SmallestGroup } } });
        await using var row = await batch.ExecuteReaderAsync(cancel);

        if (!await row.ReadAsync(cancel))
            return null;
        int Count(int at) => (int)row.GetInt64(at);
        var (country, acting, employers, lookedAt) = (row.GetString(0), new Acting(Count(1), Count(2)), Count(3), Count(4));
        PartyComplaints complaints = new(Count(5), Count(6), Count(7), Count(8), (int)row.GetDecimal(9), Count(10));
        var counts = new PartyCounts();
        foreach (var at in (ReadOnlySpan<int>)[11, 13])
            if (!row.IsDBNull(at))
                counts.Add(row.GetInt32(at), row.GetFieldValue<int[]>(at + 1));
        await row.NextResultAsync(cancel);
        var agency = await ReadAgency(id, country, row, cancel);
        await row.NextResultAsync(cancel);
        var anonymous = AnonymousWord.Of(await ReadStatements(row, cancel), reference.Questions);
        return new(agency, asOf, partner, new(counts, new(year, 1, 1), forAgency), complaints, employers, lookedAt, reference) { Acting = acting, Anonymous = anonymous };
    }

    static DateOnly MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    static async Task<StatementCounts> ReadStatements(NpgsqlDataReader row, CancellationToken cancel)
    {
        var (counted, items) = (0, new Dictionary<string, IReadOnlyDictionary<StatementAnswer, int>>());
        while (await row.ReadAsync(cancel))
        {
            counted = (int)row.GetInt64(0);
            var answers = items.TryGetValue(row.GetString(1), out var before) ? new Dictionary<StatementAnswer, int>(before) : [];
            answers[Enum.Parse<StatementAnswer>(row.GetString(2))] = (int)row.GetInt64(3);
            items[row.GetString(1)] = answers;
        }
        return new(counted, items);
    }

    static async Task<Agency> ReadAgency(Guid id, string country, NpgsqlDataReader row, CancellationToken cancel)
    {
        var agency = new Agency { Id = id, Country = country, Name = "", RegistrationNumber = "", RegisteredAt = default };
        Licence? licence = null;
        while (await row.ReadAsync(cancel))
        {
            if (licence?.Id != row.GetGuid(0))
            {
                agency.Licences.Add(licence = new()
                {
                    Id = row.GetGuid(0),
                    AgencyId = id,
                    Country = country,
                    Number = row.GetString(1),
                    Outbound = row.GetBoolean(2),
                    ValidFrom = row.GetFieldValue<DateOnly>(3),
                    ValidTo = row.IsDBNull(4) ? null : row.GetFieldValue<DateOnly>(4),
                    Countries = row.GetFieldValue<string[]>(5),
                    Deposit = row.IsDBNull(6) ? null : new(row.GetInt64(6), row.GetString(7)),
                    GrantedAt = default,
                });
                if (!row.IsDBNull(10))
                    licence.Revoke(row.GetFieldValue<DateOnly>(10), "");
            }
            if (!row.IsDBNull(8))
            {
                var suspension = new Suspension { Id = Guid.Empty, LicenceId = licence.Id, From = row.GetFieldValue<DateOnly>(8), Reason = "" };
                if (!row.IsDBNull(9))
                    suspension.End(row.GetFieldValue<DateOnly>(9));
                licence.Suspensions.Add(suspension);
            }
        }
        return agency;
    }

    /// <summary>From the facts themselves, as the context sees them.</summary>
    internal async Task<AgencyFacts?> AgencyFromFacts(Guid id, DateOnly asOf, string? partner, bool forAgency, DateOnly on, CancellationToken cancel)
    {
        if (await Db.Agencies.AsNoTrackingWithIdentityResolution().Include(a => a.Licences).ThenInclude(l => l.Suspensions).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } agency)
            return null;
        var record = await Record(Db.Contracts.Where(c => c.AgencyId == id), asOf, forAgency, cancel);
        var until = EndOf(asOf);
        var since = until.AddMonths(-DiligenceMonths);
        var (employers, lookedAt) = await Diligence(id, since, until, cancel);
        var first = FirstOf(PartyRecord.FirstYear(asOf));
        var standings = ComplaintCounts.Of([.. (await Db.StandingsOfAgency(id, until, cancel)).Where(s => !s.IsOver || s.OpenedAt >= first)], asOf);
        return new(agency, asOf, partner, record, new(standings.All, standings.Open, standings.Overdue, standings.Retaliation, standings.LateSteps, standings.Upheld), employers, lookedAt, reference)
        {
            Acting = Acting.Of(await Db.Representatives.AsNoTracking().Where(r => r.AgencyId == id).ToListAsync(cancel), asOf),
            Anonymous = AnonymousWord.Of(await Db.StatementCountsOf(id, on < asOf ? on : asOf, reference.Questions.SmallestGroup, cancel), reference.Questions),
        };
    }

    /// <summary>The employers whose job orders the agency took on, and those on whom it had kept a verdict not long before each.</summary>
    async Task<(int Employers, int LookedAt)> Diligence(Guid id, DateTimeOffset since, DateTimeOffset until, CancellationToken cancel)
    {
        var taken = await Db.JobOrders.AsNoTracking().Where(o => (o.AgencyId == id || o.FurtherAgencies.Contains(id)) && o.RegisteredAt >= since && o.RegisteredAt < until).Select(o => new { o.EmployerId, o.RegisteredAt }).ToListAsync(cancel);
        var of = taken.Select(o => o.EmployerId).Distinct().ToList();
        var kept = (await Db.Verdicts.AsNoTracking().Where(v => v.AgencyId == id && of.Contains(v.SubjectId)).Select(v => new { v.SubjectId, v.KeptAt }).ToListAsync(cancel)).ToLookup(v => v.SubjectId, v => v.KeptAt);
        return (of.Count, taken.GroupBy(o => o.EmployerId).Count(e => e.All(o => kept[e.Key].Any(at => at <= o.RegisteredAt && at >= o.RegisteredAt.AddMonths(-DiligenceMonths)))));
    }

    internal async Task<EmployerFacts?> EmployerFromFacts(Guid id, DateOnly asOf, bool forAgency, CancellationToken cancel)
    {
        if (await Db.Employers.AsNoTracking().Include(e => e.Standings).SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } employer)
            return null;
        var record = await Record(Db.Contracts.Where(c => c.EmployerId == id), asOf, forAgency, cancel);
        var orders = await Db.JobOrders.AsNoTracking().CountAsync(o => o.EmployerId == id && o.Status == JobOrderStatus.Attested && o.OpenUntil >= asOf && (o.ClosedOn == null || o.ClosedOn > asOf), cancel);
        return new(employer, asOf, record, orders, reference);
    }

    /// <summary>Every recruitment registered in the time, weighed as of its first day of work: what the sums of weighed_parties add up.</summary>
    async Task<PartyRecord> Record(IQueryable<Contracts.Contract> all, DateOnly asOf, bool forAgency, CancellationToken cancel)
    {
        var first = FirstOf(PartyRecord.FirstYear(asOf));
        var until = EndOf(asOf);
        var ids = await all.AsNoTracking().Where(c => c.RegisteredAt >= first && c.RegisteredAt < until).Select(c => c.Id).ToListAsync(cancel);
        var counts = new PartyCounts();
        foreach (var piece in ids.Chunk(500))
        {
            var records = await RecruitmentRecords.Of(Db, piece, cancel);
            foreach (var contract in records.Contracts.Values)
                counts.Add(PartyCounts.Letters(Verdict.Of(records.FactsOf(contract, contract.StartsOn, reference))), 1);
        }
        return new(counts, DateOnly.FromDateTime(first.UtcDateTime), forAgency);
    }
}
