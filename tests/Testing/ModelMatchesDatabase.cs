using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Gms.Testing;

/// <summary>
/// Compares what EF Core maps with what the reviewed SQL made: <c>Assert.Empty(await host.Db(ModelMatchesDatabase.Differences));</c>.
/// What only the database has (columns the model does not need, constraints, defaults) is its own affair.
/// </summary>
public static class ModelMatchesDatabase
{
    public static async Task<IReadOnlyList<string>> Differences(ServiceDb db)
    {
        var columns = await Columns((NpgsqlConnection)db.Database.GetDbConnection());
        var differences = new List<string>();
        foreach (var table in db.Model.GetRelationalModel().Tables)
        {
            if (!columns.Any(c => c.Key.Table == table.Name))
            {
                differences.Add($"{table.Name} is mapped, but there is no such table.");
                continue;
            }
            foreach (var mapped in table.Columns.Where(c => c.Name != "xmin"))
            {
                var name = $"{table.Name}.{mapped.Name}";
                if (!columns.TryGetValue((table.Name, mapped.Name), out var there))
                    differences.Add($"{name} is mapped, but there is no such column.");
                else if (!Fits(mapped.StoreType, there.Type))
                    differences.Add($"{name} is mapped as {mapped.StoreType} and is {there.Type}.");
                else if (mapped.IsNullable != there.Nullable && !IsShared(mapped))
                    differences.Add($"{name} {(there.Nullable ? "may be null, the model says never" : "is never null, the model says it may be")}.");
            }
            foreach (var ((_, column), there) in columns.Where(c => c.Key.Table == table.Name && !c.Value.Nullable && !c.Value.HasDefault && table.FindColumn(c.Key.Column) is null))
                differences.Add($"{table.Name}.{column} must be set and has no default, but is not mapped.");
        }
        return differences;
    }

    /// <summary>Text without a mapped length fits a column that has one: the length is the database's last word.</summary>
    static bool Fits(string mapped, string there)
    {
        var (m, t) = (Plain(mapped), Plain(there));
        return m == t || (m == "text" && (t.StartsWith("character", StringComparison.Ordinal) || t == "citext")) || (m.StartsWith("character", StringComparison.Ordinal) && t == "text" && !m.Contains('('));
    }

    static string Plain(string type) => type switch
    {
        "bpchar" => "character(1)",
        _ => type.Replace("varchar", "character varying", StringComparison.Ordinal).Replace("timestamptz", "timestamp with time zone", StringComparison.Ordinal),
    };

    /// <summary>A column that several types of one table share may be null for one of them.</summary>
    static bool IsShared(IColumn column) => column.PropertyMappings.Select(m => m.TableMapping.TypeBase).Distinct().Count() > 1;

    static async Task<Dictionary<(string Table, string Column), (string Type, bool Nullable, bool HasDefault)>> Columns(NpgsqlConnection connection)
    {
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(
            """
            SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, a.atthasdef OR a.attidentity <> ''
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
            """, connection);
        await using var row = await command.ExecuteReaderAsync();
        var columns = new Dictionary<(string, string), (string, bool, bool)>();
        while (await row.ReadAsync())
            columns[(row.GetString(0), row.GetString(1))] = (row.GetString(2), row.GetBoolean(3), row.GetBoolean(4));
        return columns;
    }
}
