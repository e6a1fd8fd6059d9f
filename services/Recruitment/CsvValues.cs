using System.Globalization;
using Gms.Platform;
using Gms.Type.V1;

namespace Gms.Recruitment;

/// <summary>How the fields of this service's CSV forms are read; what could never be right is refused under the column's name.</summary>
static class CsvValues
{
    /// <summary>The proto value by its name without the prefix: WORKER, ORIGIN_AGENCY.</summary>
    public static T Value<T>(string text, string column) where T : struct, Enum
    {
        var words = text.Replace("_", "", StringComparison.Ordinal);
        return Enum.GetValues<T>().Where(v => Convert.ToInt32(v, CultureInfo.InvariantCulture) != 0 && v.ToString().Equals(words, StringComparison.OrdinalIgnoreCase)).Select(v => (T?)v).SingleOrDefault()
            ?? throw Refuse.Invalid(PlatformProblems.ValueUnknown(column, string.Join(", ", Enum.GetValues<T>().Skip(1).Select(v => InCapitals(v.ToString())))));
    }

    /// <summary>An amount in whole minor units.</summary>
    public static long Minor(string text, string column) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Refuse.Invalid(PlatformProblems.MoneyMalformed(column));

    /// <param name="text">Digits only.</param>
    /// <param name="column">The column.</param>
    /// <param name="least">The least that the call takes.</param>
    /// <param name="most">The most that the call takes.</param>
    public static int Number(string text, string column, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : throw Refuse.Invalid(PlatformProblems.NumberOutOfRange(column, least, most));

    public static bool Yes(string text, string column) => text.ToUpperInvariant() switch
    {
        "TRUE" or "YES" or "1" => true,
        "FALSE" or "NO" or "0" => false,
        _ => throw Refuse.Invalid(PlatformProblems.ValueUnknown(column, "true, false")),
    };

    public static Date Day(string text, string column) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day.ToProto()
        : throw Refuse.Invalid(PlatformProblems.DayMalformed(column, "write it as 2026-11-30"));

    static string InCapitals(string name) => string.Concat(name.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) ? $"_{c}" : $"{char.ToUpperInvariant(c)}"));
}
