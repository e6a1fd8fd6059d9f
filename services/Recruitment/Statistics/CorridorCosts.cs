using Npgsql;

namespace Gms.Recruitment.Statistics;

/// <summary>The recruitments of one corridor and measure, added up.</summary>
/// <param name="Counted">Whose costs can be counted.</param>
/// <param name="NotCounted">Whose cannot.</param>
/// <param name="PaidNothing">Of those counted, who bore nothing.</param>
/// <param name="Mean">Months of the wage, on average.</param>
/// <param name="Median">The middle of them.</param>
sealed record CorridorCosts(string Origin, string Destination, Measure Measure, long Counted, long NotCounted, long PaidNothing, decimal? Mean, decimal? Median)
{
    public static async Task<IReadOnlyList<CorridorCosts>> Read(NpgsqlDataSource database, string country, DateOnly from, DateOnly before, CancellationToken cancel)
    {
        await using var command = database.CreateCommand(
            """
            SELECT origin, destination, measure, count(months), count(*) - count(months), count(*) FILTER (WHERE months = 0),
                   avg(months), percentile_cont(0.5) WITHIN GROUP (ORDER BY months)
              FROM weighed_recruitments
             WHERE measure <> 'None' AND starts_on >= $1 AND starts_on < $2 AND $3 IN (origin, destination)
             GROUP BY origin, destination, measure ORDER BY origin, destination, measure
            """);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = from });
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = before });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = country });
        await using var row = await command.ExecuteReaderAsync(cancel);
        var all = new List<CorridorCosts>();
        while (await row.ReadAsync(cancel))
            all.Add(new(row.GetString(0), row.GetString(1), Enum.Parse<Measure>(row.GetString(2)), row.GetInt64(3), row.GetInt64(4), row.GetInt64(5),
                row.IsDBNull(6) ? null : row.GetDecimal(6), row.IsDBNull(7) ? null : (decimal)row.GetDouble(7)));
        return all;
    }

    /// <summary>Nothing is told of fewer counted than that; of more, no part so small that it, or what is left without it, would tell one worker's cost.</summary>
    public bool IsSuppressed(int threshold) => Counted < threshold;

    public bool TellsPaidNothing(int threshold) => !IsSuppressed(threshold) && IsTold(PaidNothing, threshold) && IsTold(Counted - PaidNothing, threshold);

    public bool TellsNotCounted(int threshold) => IsTold(NotCounted, threshold);

    static bool IsTold(long count, int threshold) => count == 0 || count >= threshold;
}
