using System.Globalization;
using Gms.Portal.Languages;
using Gms.Registry.V1;

namespace Gms.Portal.Figures;

/// <summary>One bar of a chart.</summary>
/// <param name="Name">Of what.</param>
/// <param name="Value">How long it is beside the others.</param>
/// <param name="Text">The number as it is told.</param>
public sealed record Bar(string Name, double Value, string Text)
{
    /// <summary>A chart has room for so many; the table has all.</summary>
    const int Most = 30;

    /// <summary>The rows of a table by their totals; a total that is hidden has no bar, for its length would tell it. Pure.</summary>
    internal static IReadOnlyList<Bar> Of(Texts texts, ReadFlowsResponse table) =>
    [
        .. table.Counts.Where(c => c.Values[0].Length > 0 && c.Values[1].Length == 0 && !c.Suppressed).Take(Most)
            .Select(c => new Bar(FlowGrid.Name(texts, c.Values[0]), c.Count, c.Count.ToString("#,0", CultureInfo.InvariantCulture))),
    ];
}
