namespace Gms.Platform;

/// <summary>
/// Hides small counts, and as many others as are needed so that no hidden one follows from those that are told. Pure, and the same for the
/// same counts: the totals of a table by two dimensions are hidden exactly as the tables by one of them hide them, so that two answers do not
/// undo each other.
/// </summary>
public static class Suppression
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
        // A hidden total would follow from counts that are all told.
        var cells = line.ToList();
        return totalHidden ? !cells.Any(c => table.IsHidden(c.Row, c.Column)) && HideSmallest(table, cells) : HideInLine(table, cells, threshold);
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

    /// <summary>A hidden count that can be worked out from those that are told: one more of its row or column is hidden.</summary>
    static bool HideForOneThatFollows(CountTable table)
    {
        var hid = false;
        foreach (var (row, column) in Follow(table))
            hid |= HideSmallest(table, [.. row > 0 ? table.RowOf(row) : [], .. column > 0 ? table.ColumnOf(column) : []]);
        return hid;
    }

    /// <summary>
    /// Rows and columns are places, a hidden count is a way between its row and its column. Their sums determine it exactly when it is the only
    /// way between two parts: a bridge (Tarjan's search, each way once).
    /// </summary>
    static List<(int Row, int Column)> Follow(CountTable table)
    {
        var ways = table.Hidden().Where(way => way is not (0, 0)).ToList();
        var fromRow = ways.ToLookup(w => w.Row);
        var fromColumn = ways.ToLookup(w => w.Column);
        var (found, lowest) = (new Dictionary<(bool, int), int>(), new Dictionary<(bool, int), int>());
        var follow = new List<(int Row, int Column)>();

        void Visit((bool IsRow, int Index) place, (int Row, int Column)? came)
        {
            found[place] = lowest[place] = found.Count + 1;
            foreach (var way in place.IsRow ? fromRow[place.Index] : fromColumn[place.Index])
            {
                if (way == came)
                    continue;
                var other = (!place.IsRow, place.IsRow ? way.Column : way.Row);
                if (found.TryGetValue(other, out var order))
                {
                    lowest[place] = Math.Min(lowest[place], order);
                    continue;
                }
                Visit(other, way);
                if (lowest[other] > found[place])
                    follow.Add(way);
                lowest[place] = Math.Min(lowest[place], lowest[other]);
            }
        }

        foreach (var way in ways.Where(w => !found.ContainsKey((true, w.Row))))
            Visit((true, way.Row), null);
        return follow;
    }
}
