using Gms.Population;

namespace Gms.Matching;

/// <summary>The groups for which quality is told: each country, names that many share, and everybody.</summary>
static class Groups
{
    public const int TuningSeed = 101, ReportSeed = 202;

    public const string Everybody = "all";

    static readonly string[] Countries = ["KH", "CN", "LA", "MM", "TH", "VN"];

    static readonly (string Country, string Name)[] Common = [("VN", "Nguyễn"), ("MM", "Aung"), ("KH", "Sok")];

    public static IEnumerable<(string Group, IReadOnlyList<Coming> Coming)> Of(Trial trial, int onRecord, int coming)
    {
        var everybody = new List<Coming>();
        foreach (var country in Countries)
        {
            var came = trial.Run(country, onRecord, coming);
            everybody.AddRange(came);
            yield return (country, came);
            foreach (var (_, name) in Common.Where(c => c.Country == country))
                yield return (name, [.. came.Where(c => c.Name.Split(' ').Contains(name))]);
        }
        yield return (Everybody, everybody);
    }

    /// <summary>With the thresholds in force, on the seed that they were not tuned on, error rates doubled.</summary>
    public static IReadOnlyList<Quality> Report(int onRecord, int coming)
    {
        var matcher = Trial.Engine();
        var thresholds = matcher.Data.Thresholds;
        return [.. Of(new Trial(matcher, ReportSeed, new ErrorRates().Times(2)), onRecord, coming).Select(g => Trial.Judge(g.Group, g.Coming, thresholds.Lower, thresholds.Upper))];
    }
}
