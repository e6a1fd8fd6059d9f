using System.Text.Json;

namespace Gms.Recruitment.Reference;

/// <summary>Who and what counts for SDG indicator 10.7.1. From sdg_10_7_1.json.</summary>
public sealed record CostIndicator(
    string Title, int FirstJobWithinYears, int ResidenceMonths, IReadOnlySet<string> BorderChannels, IReadOnlySet<string> SeasonalEmployment, IReadOnlySet<string> NotEmployees, int Threshold,
    Dictionary<string, string> Population, RuleSource Source)
{
    public static CostIndicator Load()
    {
        var data = Data.Read("sdg_10_7_1.json");
        HashSet<string> Codes(string name) => [.. data.GetProperty(name).EnumerateArray().Select(c => c.GetString()!)];
        return new(
            data.GetProperty("title").GetString()!,
            data.GetProperty("first_job_within_years").GetInt32(),
            data.GetProperty("residence_months").GetInt32(),
            Codes("border_channels"),
            Codes("seasonal_employment"),
            Codes("not_employees"),
            data.GetProperty("threshold").GetInt32(),
            data.GetProperty("population").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!),
            RuleSource.Of("SDG 10.7.1", data));
    }
}
