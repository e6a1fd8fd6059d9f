using Gms.Registry.Corridors;

namespace Gms.Registry.Statistics;

/// <summary>By what a table of flows is broken down.</summary>
enum FlowDimension
{
    Partner,
    Sex,
    AgeGroup,
    Sector,
    Occupation,
    Channel,
    Province,
    Month,
}

/// <summary>A table that everybody may read: a row of Data/flow_tables.json.</summary>
/// <param name="Code">Kebab case, the name in the address.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Measure">Departures, Arrivals, Leavings, Homecomings, Returns, or Stock at the end of the last month.</param>
/// <param name="Of">Whose table it is: the country of origin's, or that of destination.</param>
/// <param name="Rows">The first dimension.</param>
/// <param name="Columns">The second dimension.</param>
sealed record FlowTable(string Code, string Title, string Measure, FlowSide Of, FlowDimension Rows, FlowDimension Columns)
{
    public bool IsStock => Measure == "Stock";
}

enum FlowSide
{
    Origin,
    Destination,
}

/// <summary>The tables that are published. Fixed ones, so that many narrow questions do not add up to a person.</summary>
sealed class FlowTables
{
    readonly Dictionary<string, FlowTable> _tables = DataFile.Read<FlowTableFile>("flow_tables").Tables.ToDictionary(t => t.Code);

    public IReadOnlyCollection<string> Codes => _tables.Keys;

    public IEnumerable<FlowTable> All => _tables.Values;

    public FlowTable this[string code] => _tables[code];

    sealed record FlowTableFile(IReadOnlyList<FlowTable> Tables);
}
