using System.Globalization;
using Gms.Portal.Languages;
using Gms.Registry.V1;

namespace Gms.Portal.Figures;

/// <summary>A table of flows as rows and columns, totals last. Pure.</summary>
sealed record FlowGrid(IReadOnlyList<string> Columns, IReadOnlyList<FlowGrid.Row> Rows)
{
    /// <summary>A hidden count is a cell of its own: never 0, never empty.</summary>
    const string Hidden = "*";

    /// <summary>Lists of the services in which a row or column value may have a word.</summary>
    static readonly string[] Lists = ["sex", "channel", "sector", "return_reason"];

    public sealed record Row(string Name, IReadOnlyList<string> Counts);

    public static FlowGrid Of(Texts texts, ReadFlowsResponse table)
    {
        var (rows, columns) = (Values(table, 0), Values(table, 1));
        var counts = table.Counts.ToDictionary(c => (c.Values[0], c.Values[1]), c => c.Suppressed ? Hidden : c.Count.ToString("#,0", CultureInfo.InvariantCulture));
        return new([.. columns.Select(c => Name(texts, c))], [.. rows.Select(r => new Row(Name(texts, r), [.. columns.Select(c => counts.GetValueOrDefault((r, c), "0"))]))]);
    }

    /// <summary>In the table's order, the total last.</summary>
    static List<string> Values(ReadFlowsResponse table, int dimension) => [.. table.Counts.Select(c => c.Values[dimension]).Distinct().OrderBy(v => v.Length == 0)];

    internal static string Name(Texts texts, string value) => value switch
    {
        "" => texts["figures.total"],
        "ZZ" or "unknown" => texts["coverage.not_known"],
        [>= '0' and <= '9'] => texts[$"isco.{value}"],    // a major group of ISCO-08
        _ => texts.Country(value) is var country && country != value ? country : Lists.Select(list => Labels.Of(texts.Language, list, value) ?? Labels.Of(texts.Language, list, Capital(value))).FirstOrDefault(word => word is not null) ?? value,
    };

    /// <summary>The sexes are counted in small letters and listed with a capital.</summary>
    static string Capital(string value) => char.ToUpperInvariant(value[0]) + value[1..];

    /// <summary>What a published table shows: the text flow.CODE, else the Registry's own title, which is English.</summary>
    public static string Title(Texts texts, string code, string own) => texts.Has($"flow.{code}") ? texts[$"flow.{code}"] : own;
}
