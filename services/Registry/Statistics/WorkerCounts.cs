using Gms.Platform;

namespace Gms.Registry.Statistics;

/// <summary>By what workers are counted.</summary>
enum Dimension
{
    Sex,
    AgeGroup,
    Province,
    Nationality,
}

/// <summary>Counts in the database, so that no person's row leaves it. Who has two numbers is counted under the surviving one.</summary>
sealed class WorkerCounts(MayLag figures, SmallCells cells)
{
    const string Unknown = "unknown";

    public async Task<CountTable> Count(string country, IReadOnlyList<Dimension> by, DateTimeOffset enrolledBefore, DateOnly today, CancellationToken cancel)
    {
        await using var command = figures.Database.CreateCommand(
            $"""
            SELECT {Value(by.ElementAtOrDefault(0), by.Count > 0)}, {Value(by.ElementAtOrDefault(1), by.Count > 1)}, count(*)
            FROM workers WHERE country = $1 AND enrolled_at < $2 AND erased_at IS NULL AND worker_number NOT IN (SELECT number FROM current_aliases) GROUP BY 1, 2
            """);
        command.Parameters.Add(new() { Value = country });
        command.Parameters.Add(new() { Value = enrolledBefore.ToUniversalTime() });
        command.Parameters.Add(new() { Value = today });
        command.Parameters.Add(new() { Value = cells.AgeGroupsFrom.ToArray() });

        var counts = new Dictionary<(string, string), long>();
        await using var row = await command.ExecuteReaderAsync(cancel);
        while (await row.ReadAsync(cancel))
            counts[(Shown(row.GetString(0), by, 0), Shown(row.GetString(1), by, 1))] = row.GetInt64(2);

        var (rows, columns) = (Values(counts.Keys.Select(k => k.Item1)), Values(counts.Keys.Select(k => k.Item2)));
        return new(rows, columns, (r, c) => counts.GetValueOrDefault((rows[r], columns[c])));
    }

    /// <summary>A birth date that lacks day or month is read as the first day it can mean.</summary>
    static string Value(Dimension dimension, bool asked) => !asked ? "''::text" : dimension switch
    {
        Dimension.Sex => "lower(sex)",
        Dimension.AgeGroup =>
            "width_bucket(date_part('year', age($3::date, to_date(birth_date || CASE length(birth_date) WHEN 4 THEN '-01-01' WHEN 7 THEN '-01' ELSE '' END, 'YYYY-MM-DD')))::int, $4::int[])::text",
        Dimension.Province => $"coalesce(province, '{Unknown}')",
        Dimension.Nationality => $"CASE WHEN stateless THEN 'stateless' ELSE coalesce(nationality, '{Unknown}') END",
    };

    string Shown(string value, IReadOnlyList<Dimension> by, int position) =>
        position < by.Count && by[position] is Dimension.AgeGroup ? cells.AgeGroup(Math.Max(int.Parse(value, System.Globalization.CultureInfo.InvariantCulture) - 1, 0)) : value.Trim();

    static List<string> Values(IEnumerable<string> values) => [.. values.Distinct().Order(StringComparer.Ordinal)];
}
