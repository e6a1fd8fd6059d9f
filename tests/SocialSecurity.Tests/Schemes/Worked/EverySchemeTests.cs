using System.Reflection;
using Xunit;

namespace Gms.SocialSecurity.Tests.Schemes.Worked;

public sealed class EverySchemeTests
{
    static readonly Dictionary<string, string> Prefixes = A.Book.Schemes.ToDictionary(s => s.Id, s => s.Id switch
    {
        var id when id.StartsWith("LA-NSSF-", StringComparison.Ordinal) || id.StartsWith("MM-SSB-", StringComparison.Ordinal) => $"{id[..2]}_{id[(id.LastIndexOf('-') + 1)..]}_",
        "LA-NHI" => "LA_NHI_",
        "CN-BORDER-ACC" => "BORDER_ACC_",
        var id => string.Join('_', id.Replace("NSSF-", "", StringComparison.Ordinal).Replace("VN-SI-", "VN-", StringComparison.Ordinal).Split('-')[1..]) + "_",
    });

    [Fact]
    public void Each_of_the_29_schemes_has_three_worked_examples()
    {
        var examples = new[] { typeof(ThailandTests), typeof(CambodiaTests), typeof(LaosAndMyanmarTests), typeof(VietNamTests), typeof(ChinaTests) }
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(m => (Country: t.Name[..2].ToUpperInvariant(), m.Name))).ToList();
        var few = A.Book.Schemes.Where(s => examples.Count(e => e.Name.StartsWith(Prefixes[s.Id], StringComparison.Ordinal) && Fits(e.Country, s.Country)) < 3).Select(s => $"{s.Id} ({Prefixes[s.Id]})");

        Assert.Empty(few);
    }

    /// <summary>The test class of a country: the letters of its name, not its code.</summary>
    static bool Fits(string name, string country) => country switch { "TH" => name == "TH", "KH" => name == "CA", "LA" or "MM" => name == "LA", "VN" => name == "VI", _ => name == "CH" };
}
