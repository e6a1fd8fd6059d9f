using System.Globalization;
using System.Text.RegularExpressions;
using Gms.Type.V1;

namespace Gms.Portal.Pages;

/// <summary>What the services call by codes and field names, in an officer's words.</summary>
static partial class Words
{
    /// <summary>Country, its name, and the zone in which its offices tell the time.</summary>
    static readonly Dictionary<string, (string Name, string Zone, string ZoneName)> Countries = new()
    {
        ["KH"] = ("Cambodia", "Asia/Phnom_Penh", "Phnom Penh time"),
        ["CN"] = ("China", "Asia/Shanghai", "Beijing time"),
        ["LA"] = ("Lao PDR", "Asia/Vientiane", "Vientiane time"),
        ["MM"] = ("Myanmar", "Asia/Yangon", "Yangon time"),
        ["TH"] = ("Thailand", "Asia/Bangkok", "Bangkok time"),
        ["VN"] = ("Viet Nam", "Asia/Ho_Chi_Minh", "Hanoi time"),
    };

    static readonly Dictionary<string, string> Services = new()
    {
        ["registry"] = "Registry of workers",
        ["recruitment"] = "Recruitment",
        ["social-security"] = "Social security",
        ["departure-orientation"] = "Orientation",
        ["reintegration"] = "Reintegration",
    };

    /// <summary>How a form names a field of a call.</summary>
    static readonly Dictionary<string, string> Fields = new() { ["worker_number"] = "The number you entered" };

    public static string Country(string code) => Countries.TryGetValue(code, out var country) ? country.Name : code;

    public static string Service(string name) => Services.GetValueOrDefault(name, Spaced(name));

    /// <summary>The time of day where the record is held, with the zone's name.</summary>
    public static string Time(DateTimeOffset instant, string country)
    {
        var (_, zone, name) = Countries.GetValueOrDefault(country, ("", "Etc/UTC", "UTC"));
        var there = TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(zone));
        return $"{there.ToString("d MMM yyyy, HH:mm", CultureInfo.InvariantCulture)} {name}";
    }

    /// <summary>The sentence of a refusal without the field's name in it.</summary>
    public static string Of(Problem problem) => Plain(
        problem.Field.Length > 0 && Fields.TryGetValue(problem.Field, out var field) && problem.Message.StartsWith(problem.Field, StringComparison.Ordinal)
            ? field + problem.Message[problem.Field.Length..]
            : problem.Message);

    /// <summary>A service's sentence with names of fields as words: worker_number, terms.wage.</summary>
    public static string Plain(string sentence) => FieldName().Replace(sentence, found => Spaced(found.Value)) is { Length: > 0 } plain
        ? char.ToUpperInvariant(plain[0]) + plain[1..]
        : "";

    static string Spaced(string name) => name.Replace('_', ' ').Replace('-', ' ').Replace('.', ' ');

    [GeneratedRegex(@"\b[a-z]+(\.[a-z]+)*(_[a-z]+)+(\.[a-z_]+)*\b")]
    private static partial Regex FieldName();
}
