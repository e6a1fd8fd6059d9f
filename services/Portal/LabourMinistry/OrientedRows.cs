using System.Globalization;
using Gms.DepartureOrientation.V1;
using Gms.Portal.Languages;

namespace Gms.Portal.LabourMinistry;

/// <summary>Counts of oriented workers as rows of a table, the total last. Pure.</summary>
static class OrientedRows
{
    const string Hidden = "*";

    /// <summary>The service's order, and the column of all together.</summary>
    static readonly string[] Order = ["female", "male", "other", "unknown", ""];

    public sealed record Row(string Value, IReadOnlyList<string> Counts);

    public static IReadOnlyList<string> Sexes(IReadOnlyCollection<OrientedCount> counts) => [.. Order.Where(sex => counts.Any(c => c.Sex == sex))];

    public static IReadOnlyList<Row> Of(IReadOnlyCollection<OrientedCount> counts) =>
    [
        .. counts.Select(c => c.Value).Distinct().OrderBy(v => v.Length == 0)
            .Select(value => new Row(value, [.. Sexes(counts).Select(sex => counts.FirstOrDefault(c => c.Value == value && c.Sex == sex) is { } count ? Shown(count) : "0")])),
    ];

    /// <summary>Each row's total, where it is told.</summary>
    public static IEnumerable<OrientedCount> Totals(IEnumerable<OrientedCount> counts) => counts.Where(c => c.Value.Length > 0 && c.Sex.Length == 0 && !c.Suppressed);

    public static string Shown(OrientedCount count) => count.Suppressed ? Hidden : count.Count.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>LA-TH as the two countries; ZZ stands for one that is not known.</summary>
    public static string Corridor(Texts texts, string value) => value.Length == 0 ? texts["figures.total"]
        : value.Split('-') is [var from, var to] ? texts["departure.way", Land(texts, from), Land(texts, to)] : Land(texts, value);

    public static string Sex(Texts texts, string sex) => sex.Length == 0 ? texts["figures.total"] : texts.Has($"sex.{sex}") ? texts[$"sex.{sex}"] : Labels.Of(texts.Language, "sex", sex) ?? sex;

    static string Land(Texts texts, string code) => code == "ZZ" ? texts["coverage.not_known"] : texts.Country(code);
}
