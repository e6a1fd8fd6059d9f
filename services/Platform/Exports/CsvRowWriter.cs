using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Gms.Platform;

/// <summary>RFC 4180 for spreadsheet programs: a mark that says UTF-8, and no text that they would run.</summary>
sealed partial class CsvRowWriter(IReadOnlyList<string> names) : RowWriter
{
    public override void Begin(IBufferWriter<byte> file)
    {
        file.Write(Encoding.UTF8.Preamble);
        Line(file, names);
    }

    public override void Write(IBufferWriter<byte> file, IReadOnlyList<object?> cells) => Line(file, cells.Select(Text));

    static string Text(object? cell) => cell switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        string[] several => NotAFormula(string.Join("; ", several)),
        _ => NotAFormula((string)cell),
    };

    /// <summary>Text that a spreadsheet would take for a formula gets an apostrophe before it; a number stays a number.</summary>
    internal static string NotAFormula(string text) => text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !Number().IsMatch(text) ? "'" + text : text;

    static void Line(IBufferWriter<byte> file, IEnumerable<string> fields) => Encoding.UTF8.GetBytes(string.Join(',', fields.Select(Quoted)) + "\r\n", file);

    static string Quoted(string field) => field.AsSpan().IndexOfAny("\",\r\n") < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    [GeneratedRegex(@"^[+-]?[0-9]+(\.[0-9]+)?\z")]
    private static partial Regex Number();
}
