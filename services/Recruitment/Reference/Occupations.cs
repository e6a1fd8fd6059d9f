namespace Gms.Recruitment.Reference;

/// <summary>Code lists of work: ISCO-08 unit groups with their sector, sectors, forms of employment. From occupations.json.</summary>
public sealed class Occupations
{
    readonly Dictionary<string, string> _sectorByOccupation;

    Occupations(Dictionary<string, string> sectorByOccupation, HashSet<string> sectors, HashSet<string> employmentTypes)
    {
        _sectorByOccupation = sectorByOccupation;
        Sectors = sectors;
        EmploymentTypes = employmentTypes;
    }

    public IReadOnlyCollection<string> Codes => _sectorByOccupation.Keys;

    public IReadOnlyCollection<string> Sectors { get; }

    public IReadOnlyCollection<string> EmploymentTypes { get; }

    public string SectorOf(string occupation) => _sectorByOccupation[occupation];

    public static Occupations Load()
    {
        var data = Data.Read("occupations.json");
        HashSet<string> CodesOf(string list) => [.. data.GetProperty(list).EnumerateArray().Select(r => r.GetProperty("code").GetString()!)];
        return new(
            data.GetProperty("unit_groups").EnumerateArray().ToDictionary(u => u.GetProperty("code").GetString()!, u => u.GetProperty("sector").GetString()!),
            CodesOf("sectors"),
            CodesOf("employment_types"));
    }
}
