using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// Writes many entities by PostgreSQL's COPY, with the columns and conversions of the model: what the change tracker would write, without its cost.
/// Runs in the connection's current transaction. Columns that the database fills are left to it.
/// </summary>
public static class BulkCopy
{
    /// <summary>The database's own types by table: a binary COPY takes no others, and the model knows varchar(35)[] as text[] only.</summary>
    static readonly ConcurrentDictionary<string, Dictionary<string, string>> Types = new();

    public static Task Write<T>(ServiceDb db, IEnumerable<T> rows, CancellationToken cancel) where T : class => Write(db, rows.Select(row => (row, (object?)null)), cancel);

    /// <param name="db">The database whose model maps the entity and whose connection writes.</param>
    /// <param name="rows">The entities, each with its owner's id: the value of the one property that the class does not have, its foreign key.</param>
    /// <param name="cancel">Stops the write.</param>
    public static async Task Write<T>(ServiceDb db, IEnumerable<(T Row, object? Owner)> rows, CancellationToken cancel) where T : class
    {
        var entity = db.Model.GetEntityTypes().Single(e => e.ClrType == typeof(T));
        var table = entity.GetTableName()!;
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        if (!Types.TryGetValue(table, out var types))
            Types[table] = types = await TypesOf(connection, table, cancel);
        Column[] columns = [.. entity.GetProperties().Where(p => p.ValueGenerated is ValueGenerated.Never || p.IsPrimaryKey()).Select(p => new Column(p, types[p.GetColumnName()]))];

        await using var copy = await connection.BeginBinaryImportAsync($"""COPY "{table}" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)""", cancel);
        foreach (var (row, owner) in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var column in columns)
            {
                if (column.Of(row, owner) is { } value)
                    await copy.WriteAsync(value, column.Type, cancel);
                else
                    await copy.WriteNullAsync(cancel);
            }
        }
        await copy.CompleteAsync(cancel);
    }

    static async Task<Dictionary<string, string>> TypesOf(NpgsqlConnection connection, string table, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand("SELECT attname, format_type(atttypid, NULL) FROM pg_attribute WHERE attrelid = to_regclass(quote_ident($1)) AND attnum > 0", connection) { Parameters = { new() { Value = table } } };
        await using var row = await command.ExecuteReaderAsync(cancel);
        var types = new Dictionary<string, string>();
        while (await row.ReadAsync(cancel))
            types[row.GetString(0)] = row.GetString(1);
        return types;
    }

    sealed class Column(IProperty property, string type)
    {
        readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;

        public string Name { get; } = property.GetColumnName();

        public string Type => type;

        public object? Of(object row, object? owner)
        {
            var value = property.IsShadowProperty() ? owner : property.GetGetter().GetClrValue(row);
            return value is null || _convert is null ? value : _convert(value);
        }
    }
}
