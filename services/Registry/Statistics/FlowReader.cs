using Gms.Platform;
using NpgsqlTypes;

namespace Gms.Registry.Statistics;

/// <summary>Reads published tables from the sums. Of the present month nothing is published, so a standby that lags tells the same.</summary>
sealed class FlowReader(MayLag figures)
{
    /// <param name="table">Which.</param>
    /// <param name="country">Whose.</param>
    /// <param name="from">The first month of a flow; a stock counts from the beginning.</param>
    /// <param name="before">The month before which is counted.</param>
    /// <param name="cancel">Stops the reading.</param>
    public async Task<CountTable> Read(FlowTable table, string country, DateOnly from, DateOnly before, CancellationToken cancel)
    {
        await using var command = figures.Database.CreateCommand(
            $"""
            SELECT {Value(table, table.Rows)}, {Value(table, table.Columns)}, sum(CASE measure WHEN 'StockOut' THEN -c.n ELSE c.n END)::bigint
            FROM flow_counts c JOIN flow_builds b ON b.generation = c.generation AND b.state = 'Current'
            WHERE measure = ANY ($1) AND {(table.Of == FlowSide.Origin ? "origin" : "destination")} = $2 AND month >= $3 AND month < $4
            GROUP BY 1, 2
            """);
        command.Parameters.Add(new() { Value = table.IsStock ? new[] { nameof(FlowMeasure.StockIn), nameof(FlowMeasure.StockOut) } : [table.Measure] });
        command.Parameters.Add(new() { Value = country });
        command.Parameters.Add(new() { Value = table.IsStock ? DateOnly.MinValue.AddYears(1) : from, NpgsqlDbType = NpgsqlDbType.Date });
        command.Parameters.Add(new() { Value = before, NpgsqlDbType = NpgsqlDbType.Date });

        var counts = new Dictionary<(string, string), long>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            if (row.GetInt64(2) > 0)
                counts[(row.GetString(0), row.GetString(1))] = row.GetInt64(2);

        var (rows, columns) = (Values(counts.Keys.Select(k => k.Item1)), Values(counts.Keys.Select(k => k.Item2)));
        return new(rows, columns, (r, c) => counts.GetValueOrDefault((rows[r], columns[c])));
    }

    static string Value(FlowTable table, FlowDimension dimension) => dimension switch
    {
        FlowDimension.Partner => table.Of == FlowSide.Origin ? "destination::text" : "origin::text",
        FlowDimension.Sex => "sex",
        FlowDimension.AgeGroup => "age_group",
        FlowDimension.Sector => "sector",
        // The major group is the first digit of ISCO-08.
        FlowDimension.Occupation => $"CASE occupation WHEN '{FlowRules.Unknown}' THEN occupation ELSE left(occupation, 1) END",
        FlowDimension.Channel => "channel",
        FlowDimension.Province => "province",
        FlowDimension.Month => "to_char(month, 'YYYY-MM')",
    };

    static List<string> Values(IEnumerable<string> values) => [.. values.Distinct().Order(StringComparer.Ordinal)];
}
