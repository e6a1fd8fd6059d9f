namespace Gms.Registry.Statistics;

/// <summary>
/// Hides small counts, and as many others as are needed so that no hidden one follows from those that are told. Pure, and the same for the
/// same counts: the totals of a table by two dimensions are hidden exactly as the tables by one of them hide them, so that two answers do not
/// undo each other.
/// </summary>
static class Suppression
{
    public static void Apply(CountTable table, int threshold)
    {
        if (IsSmall(table[0, 0], threshold))
        {
            table.HideAll();
            return;
        }
        HideInLine(table, table.ColumnOf(0), threshold);
        HideInLine(table, table.RowOf(0), threshold);

        for (var r = 1; r <= table.Rows.Count; r++)
            foreach (var (row, column) in table.RowOf(r).Where(cell => IsSmall(table[cell.Row, cell.Column], threshold)))
                table.Hide(row, column);
        while (HideInLines(table, threshold) || HideForOneThatFollows(table))
        {
        }
    }

    static bool IsSmall(long count, int threshold) => count > 0 && count < threshold;

    /// <summary>A line whose total is told hides none, or at least two that together are not small.</summary>
    static bool HideInLines(CountTable table, int threshold)
    {
        var hid = false;
        for (var r = 1; r <= table.Rows.Count; r++)
            hid |= HideInner(table, table.RowOf(r), table.IsHidden(r, 0), threshold);
        for (var c = 1; c <= table.Columns.Count; c++)
            hid |= HideInner(table, table.ColumnOf(c), table.IsHidden(0, c), threshold);
        return hid;
    }

    static bool HideInner(CountTable table, IEnumerable<(int Row, int Column)> line, bool totalHidden, int threshold)
    {
        var cells = line.ToList();
        var hid = false;
        // A hidden total would follow from counts that are all told.
        if (totalHidden && !cells.Any(c => table.IsHidden(c.Row, c.Column)))
            hid |= HideSmallest(table, cells);
        return !totalHidden ? HideInLine(table, cells, threshold) : hid;
    }

    static bool HideInLine(CountTable table, IEnumerable<(int Row, int Column)> line, int threshold)
    {
        var cells = line.ToList();
        var hid = false;
        foreach (var (row, column) in cells.Where(c => !table.IsHidden(c.Row, c.Column) && IsSmall(table[c.Row, c.Column], threshold)))
        {
            table.Hide(row, column);
            hid = true;
        }
        while (cells.Where(c => table.IsHidden(c.Row, c.Column)).ToList() is { Count: > 0 } hidden
            && (hidden.Count == 1 || hidden.Sum(c => table[c.Row, c.Column]) < threshold)
            && HideSmallest(table, cells))
            hid = true;
        return hid;
    }

    /// <summary>The smallest count that is told and not zero; a zero where there is nothing else.</summary>
    static bool HideSmallest(CountTable table, IEnumerable<(int Row, int Column)> cells)
    {
        var told = cells.Where(c => !table.IsHidden(c.Row, c.Column)).OrderBy(c => table[c.Row, c.Column] == 0).ThenBy(c => table[c.Row, c.Column]).ThenBy(c => c).ToList();
        if (told.Count == 0)
            return false;
        table.Hide(told[0].Row, told[0].Column);
        return true;
    }

    /// <summary>
    /// Rows and columns are places, a hidden count is a way between its row and its column. It can be worked out exactly when it is the only
    /// way between two parts; then one more count of its row or column is hidden.
    /// </summary>
    static bool HideForOneThatFollows(CountTable table)
    {
        var hidden = table.Hidden().ToList();
        foreach (var way in hidden.Where(way => way is not (0, 0) && !Connected(way, hidden)))
            if (HideSmallest(table, Inner(table, way)))
                return true;
        return false;
    }

    static IEnumerable<(int Row, int Column)> Inner(CountTable table, (int Row, int Column) way) =>
        [.. way.Row > 0 ? table.RowOf(way.Row) : [], .. way.Column > 0 ? table.ColumnOf(way.Column) : []];

    /// <summary>Whether a way's ends meet by other ways too.</summary>
    internal static bool Connected((int Row, int Column) way, IReadOnlyCollection<(int Row, int Column)> hidden)
    {
        HashSet<int> rows = [way.Row], columns = [];
        for (var grew = true; grew;)
        {
            grew = false;
            foreach (var other in hidden)
                if (other != way && rows.Contains(other.Row) != columns.Contains(other.Column))
                    grew |= rows.Add(other.Row) | columns.Add(other.Column);
        }
        return columns.Contains(way.Column);
    }
}
