using Gms.Platform;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment;

/// <summary>The code lists of Recruitment's exports that are data.</summary>
static class ExportCodes
{
    static readonly RecruitmentReference Reference = RecruitmentReference.Load();

    public static CodeList Channels { get; } = CodeList.Of("channel", Reference.Corridors.Channels);

    public static CodeList EmploymentTypes { get; } = CodeList.Of("employment_type", Reference.Occupations.EmploymentTypes);

    public static CodeList Sectors { get; } = CodeList.Of("sector", Reference.Occupations.Sectors);

    public static CodeList CostItems { get; } = CodeList.Of("cost_item", Reference.CostItems.Codes);

    /// <summary>ILO's own English titles: ISCO-08 has no official text in most of the languages here.</summary>
    public static CodeList Occupations { get; } = CodeList.OfNames("occupation",
        Data.Read("occupations.json").GetProperty("unit_groups").EnumerateArray().ToDictionary(u => u.GetProperty("code").GetString()!, u => u.GetProperty("title").GetString()!));
}
