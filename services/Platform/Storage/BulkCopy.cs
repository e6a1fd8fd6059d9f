using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Gms.Platform;

/// <summary>
/// Writes many entities by PostgreSQL's COPY, in the order, columns and conversions of the model: what the change tracker would write, without its cost.
/// Runs in the connection's current transaction. Columns with a default that the model does not set are left to the database.
/// </summary>
public static class BulkCopy
{
    /// <param name="db">The database whose model maps the entity and whose connection writes.</param>
    /// <param name="rows">The entities.</param>
    /// <param name="shadow">The values of properties that the class does not have (a foreign key to an owner), by property name; null when there are none.</param>
    /// <param name="cancel">Stops the write.</param>
    public static async Task Write<T>(ServiceDb db, IEnumerable<T> rows, Func<T, string, object?>? shadow, CancellationToken cancel) where T : class
    {
        var type = db.Model.GetEntityTypes().Single(e => e.ClrType == typeof(T));
        Column<T>[] columns = [.. type.GetProperties().Where(p => p.ValueGenerated is ValueGenerated.Never || p.IsPrimaryKey()).Select(p => new Column<T>(p, shadow))];
        var table = type.GetTableName()!;
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var copy = await connection.BeginBinaryImportAsync($"""COPY "{table}" ({string.Join(", ", columns.Select(c => $"\"{c.Name}\""))}) FROM STDIN (FORMAT BINARY)""", cancel);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(cancel);
            foreach (var column in columns)
            {
                if (column.Of(row) is { } value)
                    await copy.WriteAsync(value, column.Type, cancel);
                else
                    await copy.WriteNullAsync(cancel);
            }
        }
        await copy.CompleteAsync(cancel);
    }

    sealed class Column<T>(IProperty property, Func<T, string, object?>? shadow) where T : class
    {
        readonly Func<object, object?>? _convert = property.GetTypeMapping().Converter is { } converter ? converter.ConvertToProvider : null;

        public string Name { get; } = property.GetColumnName();

        /// <summary>Without its length, which the driver's name of a type does not have.</summary>
        public string Type { get; } = property.GetColumnType() is var type && type.IndexOf('(', StringComparison.Ordinal) is > 0 and var bracket ? type[..bracket] : property.GetColumnType();

        public object? Of(T row)
        {
            var value = property.IsShadowProperty()
                ? (shadow ?? throw new InvalidOperationException($"{property.DeclaringType.DisplayName()}.{property.Name} is not set."))(row, property.Name)
                : property.GetGetter().GetClrValue(row);
            return value is null || _convert is null ? value : _convert(value);
        }
    }
}
