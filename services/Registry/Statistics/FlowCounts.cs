using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Statistics;

/// <summary>The sums of the ledger. Each movement counts in the generation that is read and in the one that is being built.</summary>
static class FlowCounts
{
    /// <summary>Writers hold it shared, a rebuild for a moment alone: so every movement is either before its mark or counted beside it.</summary>
    const long Lock = 0x474D53464C4F5753;    // "GMSFLOWS"

    /// <summary>Shards of writers are below it; what a rebuild adds up stands in this one.</summary>
    const int Rebuilt = 16;

    /// <summary>Adds movements to ledger and sums, in the transaction of the caller.</summary>
    public static async Task Add(RegistryDb db, IReadOnlyList<Movement> movements, CancellationToken cancel)
    {
        if (movements.Count == 0)
            return;
        Guid[] records = [.. movements.Select(m => m.RecordId)];
        string[] measures = [.. movements.Select(m => m.Measure.ToString())];
        short[] ns = [.. movements.Select(m => m.N)];
        DateOnly[] months = [.. movements.Select(m => m.Month)];
        string[] origins = [.. movements.Select(m => m.Origin)];
        string[] destinations = [.. movements.Select(m => m.Destination)];
        string[] channels = [.. movements.Select(m => m.Channel)];
        string[] sexes = [.. movements.Select(m => m.Sex)];
        string[] ages = [.. movements.Select(m => m.AgeGroup)];
        string[] provinces = [.. movements.Select(m => m.Province)];
        string[] sectors = [.. movements.Select(m => m.Sector)];
        string[] occupations = [.. movements.Select(m => m.Occupation)];

        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock_shared({Lock})", cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO movements (record_id, measure, n, month, origin, destination, channel, sex, age_group, province, sector, occupation)
            SELECT * FROM unnest({records}, {measures}, {ns}, {months}, {origins}, {destinations}, {channels}, {sexes}, {ages}, {provinces}, {sectors}, {occupations})
            """, cancel);
        // In one order everywhere, so that two pieces never wait for each other in a circle.
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO flow_counts (generation, measure, month, origin, destination, channel, sex, age_group, province, sector, occupation, shard, n)
            SELECT b.generation, m.measure, m.month, m.origin, m.destination, m.channel, m.sex, m.age_group, m.province, m.sector, m.occupation, pg_backend_pid() % {Rebuilt}, sum(m.n)
            FROM unnest({measures}, {ns}, {months}, {origins}, {destinations}, {channels}, {sexes}, {ages}, {provinces}, {sectors}, {occupations})
                AS m (measure, n, month, origin, destination, channel, sex, age_group, province, sector, occupation)
            CROSS JOIN (SELECT generation FROM flow_builds WHERE state <> 'Retired') AS b
            GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            ON CONFLICT (generation, measure, month, origin, destination, channel, sex, age_group, province, sector, occupation, shard) DO UPDATE SET n = flow_counts.n + excluded.n
            """, cancel);
    }

    /// <summary>Begins a generation: every movement up to its mark is committed, every later one counts in it by itself.</summary>
    public static async Task<int> Begin(RegistryDb db, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancel);
        await db.Database.ExecuteSqlAsync($"DELETE FROM flow_counts WHERE generation IN (SELECT generation FROM flow_builds WHERE state <> 'Current')", cancel);
        await db.Database.ExecuteSqlAsync($"UPDATE flow_builds SET state = 'Retired' WHERE state = 'Building'", cancel);
        var generation = (await db.Database.SqlQuery<int>($"""INSERT INTO flow_builds (state, mark) SELECT 'Building', coalesce(max(seq), 0) FROM movements RETURNING generation AS "Value" """).ToListAsync(cancel))[0];
        await transaction.CommitAsync(cancel);
        return generation;
    }

    /// <summary>Adds up the whole ledger up to the generation's mark, and puts it in the place of the one that is read.</summary>
    /// <returns>How many movements were added up.</returns>
    public static async Task<long> ChangeOver(RegistryDb db, int generation, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO flow_counts (generation, measure, month, origin, destination, channel, sex, age_group, province, sector, occupation, shard, n)
            SELECT {generation}, measure, month, origin, destination, channel, sex, age_group, province, sector, occupation, {Rebuilt}, sum(n)
            FROM movements WHERE seq <= (SELECT mark FROM flow_builds WHERE generation = {generation})
            GROUP BY 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
            """, cancel);
        await using (var transaction = await db.Database.BeginTransactionAsync(cancel))
        {
            await db.Database.ExecuteSqlAsync($"UPDATE flow_builds SET state = 'Retired' WHERE state = 'Current'", cancel);
            await db.Database.ExecuteSqlAsync($"UPDATE flow_builds SET state = 'Current' WHERE generation = {generation}", cancel);
            await transaction.CommitAsync(cancel);
        }
        // A writer that began before the change still counts in both: what it adds to the old generation is read by nobody.
        await db.Database.ExecuteSqlAsync($"DELETE FROM flow_counts WHERE generation IN (SELECT generation FROM flow_builds WHERE state = 'Retired')", cancel);
        return (await db.Database.SqlQuery<long>($"""SELECT count(*) AS "Value" FROM movements WHERE seq <= (SELECT mark FROM flow_builds WHERE generation = {generation})""").ToListAsync(cancel))[0];
    }
}
