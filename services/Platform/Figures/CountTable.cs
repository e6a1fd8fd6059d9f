namespace Gms.Platform;

/// <summary>
/// A table of counts with its totals: row 0 and column 0 are the totals, so every row and column adds up. One dimension is a table of one
/// column; none is the total alone.
/// </summary>
public sealed class CountTable
{
    readonly long[,] _counts;
    readonly bool[,] _hidden;

    public CountTable(IReadOnlyList<string> rows, IReadOnlyList<string> columns, Func<int, int, long> inner)
    {
        (Rows, Columns) = (rows, columns);
        _counts = new long[rows.Count + 1, columns.Count + 1];
        _hidden = new bool[rows.Count + 1, columns.Count + 1];
        for (var r = 1; r <= rows.Count; r++)
            for (var c = 1; c <= columns.Count; c++)
            {
                var count = inner(r - 1, c - 1);
                _counts[r, c] = count;
                _counts[r, 0] += count;
                _counts[0, c] += count;
                _counts[0, 0] += count;
            }
    }

    public IReadOnlyList<string> Rows { get; }

    public IReadOnlyList<string> Columns { get; }

    public long this[int row, int column] => _counts[row, column];

    public bool IsHidden(int row, int column) => _hidden[row, column];

    public void Hide(int row, int column) => _hidden[row, column] = true;

    public void HideAll()
    {
        for (var r = 0; r <= Rows.Count; r++)
            for (var c = 0; c <= Columns.Count; c++)
                Hide(r, c);
    }

    public IEnumerable<(int Row, int Column)> Hidden() =>
        from r in Enumerable.Range(0, Rows.Count + 1) from c in Enumerable.Range(0, Columns.Count + 1) where _hidden[r, c] select (r, c);

    /// <summary>The counts that one row or column adds up, without their total.</summary>
    public IEnumerable<(int Row, int Column)> RowOf(int row) => Enumerable.Range(1, Columns.Count).Select(c => (row, c));

    public IEnumerable<(int Row, int Column)> ColumnOf(int column) => Enumerable.Range(1, Rows.Count).Select(r => (r, column));
}
