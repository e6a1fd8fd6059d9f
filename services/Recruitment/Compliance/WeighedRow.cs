using Gms.Recruitment.Statistics;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Gms.Recruitment.Compliance;

/// <summary>What one recruitment comes to: a row of weighed_recruitments.</summary>
/// <param name="Outcomes">A letter for each indicator, in their order.</param>
sealed record WeighedRow(Guid ContractId, Guid? AgencyId, Guid EmployerId, int Year, string Outcomes, string Origin, string Destination, DateOnly StartsOn, Measure Measure, Countability Counts, decimal? Months)
{
    public static WeighedRow Of(RecruitmentFacts facts, IReadOnlyList<Check> checks, IEnumerable<Contracts.Contract> others)
    {
        var contract = facts.Contract;
        var cost = CostMeasure.Of(contract, others, facts.Lines, facts.CostsConfirmed, facts.Reference.CostIndicator, facts.Reference.CostItems);
        return new(contract.Id, contract.AgencyId, contract.EmployerId, contract.RegisteredAt.UtcDateTime.Year, PartyCounts.Letters(checks), contract.Origin, contract.Destination, contract.StartsOn, cost.Measure, cost.Counts, cost.Months);
    }

    public static async Task<Dictionary<Guid, WeighedRow>> Of(RecruitmentDb db, Guid[] ids, CancellationToken cancel)
    {
        var rows = new Dictionary<Guid, WeighedRow>();
        await using var command = new NpgsqlCommand(
            "SELECT contract_id, agency_id, employer_id, year, outcomes, origin, destination, starts_on, measure, counts, months FROM weighed_recruitments WHERE contract_id = ANY ($1)",
            (NpgsqlConnection)db.Database.GetDbConnection()) { Parameters = { new() { Value = ids } } };
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            rows[row.GetGuid(0)] = new(row.GetGuid(0), row.IsDBNull(1) ? null : row.GetGuid(1), row.GetGuid(2), row.GetInt32(3), row.GetString(4), row.GetString(5), row.GetString(6), row.GetFieldValue<DateOnly>(7),
                Enum.Parse<Measure>(row.GetString(8)), Enum.Parse<Countability>(row.GetString(9)), row.IsDBNull(10) ? null : row.GetDecimal(10));
        return rows;
    }

    /// <summary>Writes rows, and moves the sums of their parties by what is different from before.</summary>
    public static async Task Write(RecruitmentDb db, IReadOnlyList<WeighedRow> rows, Dictionary<Guid, WeighedRow> before, CancellationToken cancel)
    {
        if (rows.Count == 0)
            return;
        Guid[] contracts = [.. rows.Select(r => r.ContractId)];
        Guid?[] agencies = [.. rows.Select(r => r.AgencyId)];
        Guid[] employers = [.. rows.Select(r => r.EmployerId)];
        int[] years = [.. rows.Select(r => r.Year)];
        string[] outcomes = [.. rows.Select(r => r.Outcomes)];
        string[] origins = [.. rows.Select(r => r.Origin)];
        string[] destinations = [.. rows.Select(r => r.Destination)];
        DateOnly[] starts = [.. rows.Select(r => r.StartsOn)];
        string[] measures = [.. rows.Select(r => r.Measure.ToString())];
        string[] counts = [.. rows.Select(r => r.Counts.ToString())];
        decimal?[] months = [.. rows.Select(r => r.Months)];
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO weighed_recruitments (contract_id, agency_id, employer_id, year, outcomes, origin, destination, starts_on, measure, counts, months)
            SELECT * FROM unnest({contracts}, {agencies}, {employers}, {years}, {outcomes}, {origins}, {destinations}, {starts}, {measures}, {counts}, {months})
            ON CONFLICT (contract_id) DO UPDATE SET outcomes = excluded.outcomes, starts_on = excluded.starts_on, measure = excluded.measure, counts = excluded.counts, months = excluded.months
            """, cancel);

        var sums = new SortedDictionary<(Guid Party, int Year), PartyCounts>();
        foreach (var row in rows)
            foreach (var party in row.AgencyId is { } agency ? new[] { agency, row.EmployerId } : [row.EmployerId])
            {
                if (!sums.TryGetValue((party, row.Year), out var sum))
                    sums[(party, row.Year)] = sum = new();
                if (before.TryGetValue(row.ContractId, out var earlier))
                    sum.Add(earlier.Outcomes, -1);
                sum.Add(row.Outcomes, 1);
            }
        // In one order everywhere, so that two commits never wait for each other in a circle.
        foreach (var ((party, year), sum) in sums)
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO weighed_parties (party_id, year, recruitments, counts) VALUES ({party}, {year}, {sum.Recruitments}, {sum.Counts})
                ON CONFLICT (party_id, year) DO UPDATE SET recruitments = weighed_parties.recruitments + excluded.recruitments,
                    counts = (SELECT array_agg(coalesce(was, 0) + coalesce(more, 0) ORDER BY place) FROM unnest(weighed_parties.counts, excluded.counts) WITH ORDINALITY AS added (was, more, place))
                """, cancel);
    }
}

/// <summary>How many recruitments of an agency or employer come out how, indicator by indicator.</summary>
sealed class PartyCounts
{
    const string AllLetters = "PFUN";

    public int Recruitments { get; private set; }

    /// <summary>Four for each indicator, in their order: pass, fail, unknown, not applicable.</summary>
    public int[] Counts { get; private set; } = [];

    public static string Letters(IReadOnlyList<Check> checks) => string.Concat(checks.Select(c => c.Outcome switch
    {
        Outcome.Pass => 'P',
        Outcome.Fail => 'F',
        Outcome.NotApplicable => 'N',
        _ => 'U',
    }));

    public void Add(string letters, int n)
    {
        Grow(letters.Length * AllLetters.Length);
        Recruitments += n;
        for (var i = 0; i < letters.Length; i++)
            Counts[(i * AllLetters.Length) + AllLetters.IndexOf(letters[i], StringComparison.Ordinal)] += n;
    }

    public void Add(int recruitments, int[] counts)
    {
        Grow(counts.Length);
        Recruitments += recruitments;
        for (var i = 0; i < counts.Length; i++)
            Counts[i] += counts[i];
    }

    public int Of(int indicator, Outcome outcome)
    {
        var at = (indicator * AllLetters.Length) + AllLetters.IndexOf(outcome switch { Outcome.Pass => 'P', Outcome.Fail => 'F', Outcome.NotApplicable => 'N', _ => 'U' }, StringComparison.Ordinal);
        return at < Counts.Length ? Counts[at] : 0;
    }

    void Grow(int length)
    {
        if (Counts.Length < length)
        {
            var grown = new int[length];
            Counts.CopyTo(grown, 0);
            Counts = grown;
        }
    }

    /// <summary>Zeros at the end are nothing.</summary>
    public bool IsSame(PartyCounts other) => Recruitments == other.Recruitments
        && Enumerable.Range(0, Math.Max(Counts.Length, other.Counts.Length)).All(i => Counts.ElementAtOrDefault(i) == other.Counts.ElementAtOrDefault(i));
}
