using Gms.Platform;
using Xunit;

namespace Gms.Registry.Tests.Statistics;

public sealed class SuppressionTests
{
    const int Threshold = 10;

    [Fact]
    public void Nothing_is_hidden_where_nothing_is_small() => Assert.Empty(Table([[20, 30], [40, 0]]).Hidden());

    [Fact]
    public void A_count_of_the_threshold_is_told_and_one_below_is_not()
    {
        Assert.Empty(Table([[10], [30]]).Hidden());
        Assert.True(Table([[9], [30], [40]]).IsHidden(1, 0));
    }

    [Fact]
    public void Beside_one_small_count_another_is_hidden_so_that_the_total_does_not_tell_it()
    {
        var table = Table([[3], [30], [40]]);

        Assert.Equal([(1, 0), (2, 0)], table.Hidden().Where(c => c.Column == 0));
        Assert.False(table.IsHidden(0, 0));
    }

    [Fact]
    public void Two_small_counts_whose_sum_is_small_hide_a_third() => Assert.Equal([(1, 0), (2, 0), (3, 0)], Table([[1], [2], [30], [40]]).Hidden().Where(c => c.Column == 0));

    [Fact]
    public void A_small_country_tells_nothing() => Assert.Equal(4, Table([[5]]).Hidden().Count());

    [Fact]
    public void Totals_of_a_table_by_two_are_hidden_as_the_tables_by_one_hide_them()
    {
        var random = new Random(7);
        for (var i = 0; i < 300; i++)
        {
            var counts = Random(random);
            var both = Table(counts);
            var byRow = Table([.. counts.Select(r => new[] { r.Sum() })]);
            var byColumn = Table([.. Enumerable.Range(0, counts[0].Length).Select(c => new[] { counts.Sum(r => r[c]) })]);

            Assert.All(Enumerable.Range(0, counts.Length + 1), r => Assert.Equal(byRow.IsHidden(r, 0), both.IsHidden(r, 0)));
            Assert.All(Enumerable.Range(1, counts[0].Length), c => Assert.Equal(byColumn.IsHidden(c, 0), both.IsHidden(0, c)));
        }
    }

    /// <summary>Solves the sums of rows and columns for what is hidden: a count that comes out as one number was not hidden.</summary>
    [Fact]
    public void No_hidden_count_follows_from_those_that_are_told()
    {
        var random = new Random(11);
        var (tables, hidden) = (0, 0);
        for (var i = 0; i < 2000; i++)
        {
            var table = Table(Random(random));
            var follow = Follow(table).ToList();
            Assert.True(follow.Count == 0, $"table {i}: {string.Join(", ", follow)} follow");
            Assert.All(Small(table), cell => Assert.True(table.IsHidden(cell.Row, cell.Column), $"table {i}: {cell} is told"));
            tables++;
            hidden += table.Hidden().Count();
        }
        Assert.True(hidden > tables, $"only {hidden} hidden in {tables} tables: the tables are too tame");
    }

    static CountTable Table(long[][] counts)
    {
        CountTable table = new([.. counts.Select((_, r) => $"r{r:00}")], [.. counts[0].Select((_, c) => $"c{c:00}")], (r, c) => counts[r][c]);
        Suppression.Apply(table, Threshold);
        return table;
    }

    static long[][] Random(Random random)
    {
        var (rows, columns) = (random.Next(1, 7), random.Next(1, 6));
        return [.. Enumerable.Range(0, rows).Select(_ => Enumerable.Range(0, columns).Select(_ => random.Next(4) switch { 0 => 0L, 1 => random.Next(1, 10), 2 => random.Next(1, 40), _ => random.Next(1, 500) }).ToArray())];
    }

    static IEnumerable<(int Row, int Column)> Small(CountTable table) =>
        from r in Enumerable.Range(0, table.Rows.Count + 1) from c in Enumerable.Range(0, table.Columns.Count + 1) where table[r, c] is > 0 and < Threshold select (r, c);

    static IEnumerable<(int Row, int Column)> Follow(CountTable table)
    {
        var unknown = table.Hidden().ToList();
        if (table.IsHidden(0, 0))
            return [];    // nothing at all is told
        var equations = new List<double[]>();
        for (var r = 0; r <= table.Rows.Count; r++)
            equations.Add([.. unknown.Select(u => u.Row != r ? 0d : u.Column == 0 ? -1 : 1)]);
        for (var c = 0; c <= table.Columns.Count; c++)
            equations.Add([.. unknown.Select(u => u.Column != c ? 0d : u.Row == 0 ? -1 : 1)]);

        // Reduced to row echelon form, an unknown follows when its row holds nothing else.
        var pivot = 0;
        for (var column = 0; column < unknown.Count && pivot < equations.Count; column++)
        {
            var at = equations.FindIndex(pivot, e => Math.Abs(e[column]) > 1e-9);
            if (at < 0)
                continue;
            (equations[pivot], equations[at]) = (equations[at], equations[pivot]);
            var scale = equations[pivot][column];
            equations[pivot] = [.. equations[pivot].Select(v => v / scale)];
            for (var other = 0; other < equations.Count; other++)
                if (other != pivot && Math.Abs(equations[other][column]) > 1e-9)
                {
                    var factor = equations[other][column];
                    equations[other] = [.. equations[other].Zip(equations[pivot], (a, b) => a - (factor * b))];
                }
            pivot++;
        }
        return equations.Where(e => e.Count(v => Math.Abs(v) > 1e-9) == 1).Select(e => unknown[Array.FindIndex(e, v => Math.Abs(v) > 1e-9)]);
    }
}
