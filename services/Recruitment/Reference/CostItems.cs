namespace Gms.Recruitment.Reference;

/// <summary>The cost items of the ILO definition. From recruitment_cost_items.json.</summary>
public sealed class CostItems
{
    readonly Dictionary<string, CostItem> _items;

    CostItems(IEnumerable<CostItem> items) => _items = items.ToDictionary(i => i.Code);

    public IReadOnlyCollection<string> Codes => _items.Keys;

    public CostItem this[string code] => _items[code];

    public static CostItems Load() => new(Data.Read("recruitment_cost_items.json").GetProperty("items").EnumerateArray().Select(item => new CostItem(
        item.GetProperty("code").GetString()!,
        item.GetProperty("name").GetString()!,
        item.GetProperty("ilo_part").GetString()!,
        item.GetProperty("ilo_subcategory").GetString()!)));
}

/// <summary>One cost item: A recruitment fees, B related costs, C illegitimate costs; rec and none are only recorded.</summary>
public sealed record CostItem(string Code, string Name, string IloPart, string Subcategory)
{
    /// <summary>Costs that a worker should not bear by the ILO definition.</summary>
    public bool NotForWorkers => IloPart is "A" or "B";

    /// <summary>Fees, related and illegitimate costs: what a recruitment costs. Loan interest and lost income are only recorded.</summary>
    public bool IsRecruitmentCost => IloPart is "A" or "B" or "C";
}
