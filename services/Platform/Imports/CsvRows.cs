using System.Runtime.CompilerServices;

namespace Gms.Platform;

/// <summary>One column of a CSV form.</summary>
/// <param name="Name">As the first line names it.</param>
/// <param name="Path">The proto path that it fills, by which a refusal of the row is told under the column's name.</param>
/// <param name="Set">Puts the field's text, never empty, into the row.</param>
/// <param name="Required">Whether the file must have the column.</param>
/// <param name="MayBeginLikeAFormula">True for a phone number, which begins with +.</param>
public sealed record CsvColumn<TRow>(string Name, string Path, Action<TRow, string> Set, bool Required = false, bool MayBeginLikeAFormula = false);

/// <summary>A CSV form of a noun's rows: its columns.</summary>
public sealed class CsvForm<TRow>(params IReadOnlyList<CsvColumn<TRow>> columns) where TRow : class, new()
{
    public IReadOnlyList<CsvColumn<TRow>> Columns => columns;

    /// <summary>The rows of a file; its first record names the columns.</summary>
    public async IAsyncEnumerable<IncomingRow<TRow>> Read(IAsyncEnumerable<CsvRecord> records, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        IReadOnlyList<CsvColumn<TRow>>? header = null;
        var number = 0L;
        await foreach (var record in records.WithCancellation(cancel))
        {
            if (header is null)
                header = Header(record);
            else
                yield return ReadRow(++number, header, record);
        }
        if (header is null)
            throw Refuse.Invalid(PlatformProblems.CsvColumnMissing(columns.First(c => c.Required).Name));
    }

    /// <summary>A refusal of a row, told under the name of the file's column; of a whole list or message, under its first column; of one of several values in a column, under that column.</summary>
    public Problem Named(Problem problem)
    {
        if (problem.Field is not { } path || (columns.FirstOrDefault(c => c.Path == path || c.Path.StartsWith(path + ".", StringComparison.Ordinal) || c.Path.StartsWith(path + "[", StringComparison.Ordinal))
            ?? columns.FirstOrDefault(c => path.StartsWith(c.Path + "[", StringComparison.Ordinal))) is not { } column)
            return problem;
        string InWords(string text) => text.Replace(path, column.Name, StringComparison.Ordinal);
        return problem with { Field = column.Name, Message = InWords(problem.Message), Remedy = problem.Remedy is { } remedy ? InWords(remedy) : null };
    }

    List<CsvColumn<TRow>> Header(CsvRecord record)
    {
        if (record.Problem is { } problem)
            throw Refuse.Invalid(problem);
        var header = new List<CsvColumn<TRow>>();
        foreach (var field in record.Fields)
        {
            if (TextGuard.IsDamaged(field))
                throw Refuse.Invalid(PlatformProblems.CsvNotUtf8());
            var column = columns.FirstOrDefault(c => c.Name.Equals(field.Trim(), StringComparison.OrdinalIgnoreCase));
            if (column is null || header.Contains(column))
                throw Refuse.Invalid(PlatformProblems.CsvColumnUnknown(string.Join(", ", columns.Select(c => c.Name))));
            header.Add(column);
        }
        Refuse.IfInvalid(columns.Where(c => c.Required && !header.Contains(c)).Select(c => PlatformProblems.CsvColumnMissing(c.Name)));
        return header;
    }

    static IncomingRow<TRow> ReadRow(long number, IReadOnlyList<CsvColumn<TRow>> header, CsvRecord record)
    {
        if (record.Problem is { } unreadable)
            return new(number, null, unreadable);
        if (record.Fields.Count != header.Count)
            return new(number, null, PlatformProblems.CsvFieldCount(record.Fields.Count, header.Count));

        var row = new TRow();
        for (var i = 0; i < header.Count; i++)
        {
            var text = record.Fields[i].Trim();
            if (text.Length == 0)
                continue;
            if (text[0] is '=' or '+' or '-' or '@' && !header[i].MayBeginLikeAFormula)
                return new(number, null, PlatformProblems.TextFormula(header[i].Name));
            try
            {
                header[i].Set(row, text);
            }
            catch (RefusedException refused)
            {
                return new(number, null, refused.Problems[0]);
            }
        }
        return new(number, row);
    }
}
