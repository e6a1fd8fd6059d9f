using Gms.Platform;
using Gms.Recruitment.Agencies;
using Gms.Recruitment.Complaints;
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

    internal const string AgencySql =
        """
        SELECT a.country, d.employers, d.looked_at, k.every, k.open, k.overdue, k.retaliation, p.recruitments, p.counts, q.recruitments, q.counts
          FROM agencies a
          LEFT JOIN weighed_parties p ON p.party_id = a.id AND p.year = $2
          LEFT JOIN weighed_parties q ON q.party_id = a.id AND q.year = $2 + 1
          CROSS JOIN LATERAL (SELECT count(DISTINCT o.employer_id) AS employers, count(DISTINCT v.subject_id) AS looked_at
                                FROM (SELECT employer_id FROM job_orders WHERE agency_id = a.id AND registered_at >= $3
                                      UNION ALL SELECT employer_id FROM job_orders WHERE further_agencies @> ARRAY[a.id] AND registered_at >= $3) o
                                LEFT JOIN verdicts v ON v.agency_id = a.id AND v.subject_id = o.employer_id AND v.kept_at >= $3) d
          CROSS JOIN LATERAL (SELECT count(*) AS every, count(*) FILTER (WHERE state NOT IN ('Closed', 'Withdrawn')) AS open,
                                     count(*) FILTER (WHERE state NOT IN ('Closed', 'Withdrawn') AND due_on < $4) AS overdue, count(*) FILTER (WHERE retaliation) AS retaliation
                                FROM complaints WHERE agency_id = a.id) k
         WHERE a.id = $1
        """;

    internal const string LicencesSql =
        """
        SELECT l.id, l.number, l.outbound, l.valid_from, l.valid_to, l.countries, l.deposit_minor, l.deposit_currency, s.from_day, s.until_day, l.revoked_from
          FROM licences l LEFT JOIN licence_suspensions s ON s.licence_id = l.id
         WHERE l.agency_id = $1
         ORDER BY l.id
        """;

    /// <summary>As it stands now.</summary>
    internal async Task<AgencyFacts?> Agency(Guid id, DateOnly asOf, string? partner, bool forAgency, CancellationToken cancel)
    {
        await using var batch = database.CreateBatch();
        var year = PartyRecord.FirstYear(asOf);
        batch.BatchCommands.Add(new(AgencySql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id }, new NpgsqlParameter<int> { TypedValue = year }, new NpgsqlParameter<DateTime> { TypedValue = EndOf(asOf).AddMonths(-DiligenceMonths).UtcDateTime, NpgsqlDbType = NpgsqlDbType.TimestampTz }, new NpgsqlParameter<DateOnly> { TypedValue = asOf } } });
        batch.BatchCommands.Add(new(LicencesSql) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = id } } });
        await using var row = await batch.ExecuteReaderAsync(cancel);

        if (!await row.ReadAsync(cancel))
            return null;
        var (country, employers, lookedAt) = (row.GetString(0), (int)row.GetInt64(1), (int)row.GetInt64(2));
        PartyComplaints complaints = new((int)row.GetInt64(3), (int)row.GetInt64(4), (int)row.GetInt64(5), (int)row.GetInt64(6));
        var counts = new PartyCounts();
        foreach (var at in (ReadOnlySpan<int>)[7, 9])
            if (!row.IsDBNull(at))
                counts.Add(row.GetInt32(at), row.GetFieldValue<int[]>(at + 1));
        await row.NextResultAsync(cancel);
        return new(await ReadAgency(id, country, row, cancel), asOf, partner, new(counts, new(year, 1, 1), forAgency), complaints, employers, lookedAt, reference);
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
    internal async Task<AgencyFacts?> AgencyFromFacts(Guid id, DateOnly asOf, string? partner, bool forAgency, CancellationToken cancel)
    {
        if (await Db.Agencies.AsNoTrackingWithIdentityResolution().Include(a => a.Licences).ThenInclude(l => l.Suspensions).SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } agency)
            return null;
        var record = await Record(Db.Contracts.Where(c => c.AgencyId == id), asOf, forAgency, cancel);
        var until = EndOf(asOf);
        var since = until.AddMonths(-DiligenceMonths);
        var taken = await Db.JobOrders.AsNoTracking().Where(o => (o.AgencyId == id || o.FurtherAgencies.Contains(id)) && o.RegisteredAt >= since && o.RegisteredAt < until).Select(o => o.EmployerId).Distinct().ToListAsync(cancel);
        var kept = await Db.Verdicts.AsNoTracking().Where(v => v.AgencyId == id && v.KeptAt >= since && v.KeptAt < until && taken.Contains(v.SubjectId)).Select(v => v.SubjectId).Distinct().CountAsync(cancel);
        var standings = ComplaintCounts.Of(await Db.StandingsOfAgency(id, until, cancel), asOf);
        return new(agency, asOf, partner, record, new(standings.All, standings.Open, standings.Overdue, standings.Retaliation), taken.Count, kept, reference);
    }

    internal async Task<EmployerFacts?> EmployerFromFacts(Guid id, DateOnly asOf, bool forAgency, CancellationToken cancel)
    {
        if (await Db.Employers.AsNoTracking().Include(e => e.Standings).SingleOrDefaultAsync(e => e.Id == id, cancel) is not { } employer)
            return null;
        var record = await Record(Db.Contracts.Where(c => c.EmployerId == id), asOf, forAgency, cancel);
        var orders = await Db.JobOrders.AsNoTracking().CountAsync(o => o.EmployerId == id && o.Status == JobOrderStatus.Attested && o.OpenUntil >= asOf, cancel);
        return new(employer, asOf, record, orders, reference);
    }

    /// <summary>Every recruitment registered in the time, weighed as of its first day of work: what the sums of weighed_parties add up.</summary>
    async Task<PartyRecord> Record(IQueryable<Contracts.Contract> all, DateOnly asOf, bool forAgency, CancellationToken cancel)
    {
        var first = new DateTimeOffset(PartyRecord.FirstYear(asOf), 1, 1, 0, 0, 0, TimeSpan.Zero);
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
