using System.Buffers;
using Gms.Exports.V1;
using Google.Protobuf;

namespace Gms.Platform;

/// <summary>A file that leaves in pieces: whole rows as long as they fit, and with each piece whom it tells of.</summary>
sealed class ExportFile
{
    /// <summary>The largest piece.</summary>
    public const int MostBytes = 64 * 1024;

    readonly RowWriter _writer;
    readonly IReadOnlyList<ExportColumn> _columns;
    readonly Labels _labels;
    readonly string _language;
    readonly ArrayBufferWriter<byte> _row = new(4096), _piece = new(MostBytes);
    readonly HashSet<string> _workers = [];
    string _after, _nextAfter;
    int _rows;
    long _total;

    public ExportFile(ExportFormat format, IReadOnlyList<ExportColumn> columns, Labels labels, string language, Position? after)
    {
        (_columns, _labels, _language, _after) = (columns, labels, language, after?.ToString() ?? "");
        _nextAfter = _after;
        List<string> names = [.. columns.SelectMany(c => c.Codes is null ? [c.Name] : (string[])[c.Name, c.Name + "_label"])];
        _writer = format == ExportFormat.Csv ? new CsvRowWriter(names) : new NdjsonRowWriter(names);
        if (after is null)
            _writer.Begin(_piece);
    }

    /// <summary>Adds a row; answers the pieces that are full before it.</summary>
    public IEnumerable<ExportPiece> Add(ExportedRow row)
    {
        _row.ResetWrittenCount();
        _writer.Write(_row, Cells(row));
        var full = _piece.WrittenCount > 0 && _piece.WrittenCount + _row.WrittenCount > MostBytes ? Take() : [];
        _piece.Write(_row.WrittenSpan);
        (_nextAfter, _rows, _total) = (row.Position.ToString(), _rows + 1, _total + 1);
        if (row.Worker is { } worker)
            _workers.Add(worker);
        return full;
    }

    /// <summary>What has not left yet. A row larger than a piece leaves in several, and counts with its last.</summary>
    public IReadOnlyList<ExportPiece> Take()
    {
        var pieces = new List<ExportPiece>();
        for (var rest = _piece.WrittenMemory; rest.Length > 0;)
        {
            var now = rest[..Math.Min(rest.Length, MostBytes)];
            rest = rest[now.Length..];
            var answer = new ExportResponse { Content = ByteString.CopyFrom(now.Span), TotalRows = _total - (rest.Length > 0 ? _rows : 0), Rows = rest.Length > 0 ? 0 : _rows, After = rest.Length > 0 ? _after : _nextAfter };
            pieces.Add(new(answer, [.. _workers]));
        }
        _after = _nextAfter;
        _rows = 0;
        _piece.ResetWrittenCount();
        _workers.Clear();
        return pieces;
    }

    List<object?> Cells(ExportedRow row)
    {
        var cells = new List<object?>(_columns.Count * 2);
        for (var i = 0; i < _columns.Count; i++)
        {
            var cell = RowWriter.Cell(row.Values[i]);
            cells.Add(cell);
            if (_columns[i].Codes is { } codes)
                cells.Add(cell is string[] several ? several.Select(code => Label(codes, code) ?? code).ToArray() : cell is string code ? Label(codes, code) : null);
        }
        return cells;
    }

    string? Label(CodeList codes, string code) => codes.Label(code, _labels, _language);
}

/// <summary>A piece of a file and the workers it tells of.</summary>
sealed record ExportPiece(ExportResponse Answer, IReadOnlyList<string> Workers);
