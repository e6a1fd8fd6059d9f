using Gms.Platform;
using Gms.Recruitment.Compliance;
using Gms.Recruitment.Verdicts;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Proto = Gms.Recruitment.V1;

namespace Gms.Recruitment.Statistics;

partial class StatisticsService
{
    const long RebuildLock = 0x474D535645524449;    // "GMSVERDI"
    const int MostAtOnce = 500;

    public override async Task<Proto.RebuildVerdictsResponse> RebuildVerdicts(Proto.RebuildVerdictsRequest request, ServerCallContext context)
    {
        var cancel = context.CancellationToken;
        _ = Read.Id(request.RequestId, "request_id");
        await using var holder = await database.OpenConnectionAsync(cancel);
        if (!await Ask(holder, "SELECT pg_try_advisory_lock($1)"))
            throw Refuse.NotNow(VerdictProblems.IndicatorRebuildRunning());
        try
        {
            var (recruitments, otherwise) = await Recruitments(cancel);
            var parties = await Parties(cancel);
            return await db.Commit(new Proto.RebuildVerdictsResponse { Recruitments = recruitments, RecruitmentsCorrected = otherwise, PartiesCorrected = parties }, cancel);
        }
        finally
        {
            await Ask(holder, "SELECT pg_advisory_unlock($1)");
        }
    }

    /// <summary>Weighs every recruitment anew, in pieces: nobody waits for the whole.</summary>
    async Task<(long Weighed, long Otherwise)> Recruitments(CancellationToken cancel)
    {
        var (weighed, otherwise, after) = (0L, 0L, Guid.Empty);
        while (await db.Contracts.AsNoTracking().Where(c => c.Id > after).OrderBy(c => c.Id).Select(c => c.Id).Take(MostAtOnce).ToListAsync(cancel) is { Count: > 0 } ids)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);
            var changed = new ChangedFacts();
            changed.Contracts.UnionWith(ids);
            otherwise += await Weighing.Again(db, changed, cancel);
            await transaction.CommitAsync(cancel);
            (weighed, after) = (weighed + ids.Count, ids[^1]);
        }
        return (weighed, otherwise);
    }

    /// <summary>Adds up the rows anew. Whoever is weighing waits for a moment: a row that is not committed yet moves the new sums afterwards.</summary>
    async Task<int> Parties(CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"LOCK TABLE weighed_parties IN EXCLUSIVE MODE", cancel);
        var stored = await Sums("SELECT party_id, year, recruitments, counts FROM weighed_parties", (row, sum) => sum.Add(row.GetInt32(2), row.GetFieldValue<int[]>(3)), cancel);
        var right = await Sums(
            """
            SELECT party, year, outcomes, count(*)::int
              FROM weighed_recruitments CROSS JOIN LATERAL unnest(ARRAY[agency_id, employer_id]) AS party
             WHERE party IS NOT NULL GROUP BY party, year, outcomes
            """, (row, sum) => sum.Add(row.GetString(2), row.GetInt32(3)), cancel);
        var wrong = right.Keys.Union(stored.Keys).Where(k => !right.TryGetValue(k, out var r) || !stored.TryGetValue(k, out var s) || !r.IsSame(s)).ToList();
        foreach (var (party, year) in wrong)
        {
            await db.Database.ExecuteSqlAsync($"DELETE FROM weighed_parties WHERE party_id = {party} AND year = {year}", cancel);
            if (right.TryGetValue((party, year), out var sum))
                await db.Database.ExecuteSqlAsync($"INSERT INTO weighed_parties (party_id, year, recruitments, counts) VALUES ({party}, {year}, {sum.Recruitments}, {sum.Counts})", cancel);
        }
        await transaction.CommitAsync(cancel);
        return wrong.Count;
    }

    async Task<Dictionary<(Guid Party, int Year), PartyCounts>> Sums(string sql, Action<NpgsqlDataReader, PartyCounts> add, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)db.Database.GetDbConnection());
        await using var row = await command.ExecuteReaderAsync(cancel);
        var sums = new Dictionary<(Guid, int), PartyCounts>();
        while (await row.ReadAsync(cancel))
        {
            var key = (row.GetGuid(0), row.GetInt32(1));
            if (!sums.TryGetValue(key, out var sum))
                sums[key] = sum = new();
            add(row, sum);
        }
        return sums;
    }

    static async Task<bool> Ask(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { Parameters = { new() { Value = RebuildLock } } };
        return (bool)(await command.ExecuteScalarAsync(CancellationToken.None))!;
    }
}
