namespace Gms.Platform;

/// <summary>A column as a reader meets it.</summary>
public record ExportColumn(string Name, string Meaning, CodeList? Codes);

/// <summary>A column and where its value comes from: text, a number, a day, an instant, an enum or a list of such; null when not known.</summary>
public sealed record ExportColumn<TRow> : ExportColumn
{
    public ExportColumn(string name, string meaning, Func<TRow, object?> value, CodeList? codes = null) : base(name, meaning, codes) => Value = (row, _) => value(row);

    /// <summary>With what only the running service has, for example the key of an encrypted column.</summary>
    public ExportColumn(string name, string meaning, Func<TRow, IServiceProvider, object?> value) : base(name, meaning, null) => Value = value;

    internal Func<TRow, IServiceProvider, object?> Value { get; }
}
