using System.Globalization;
using Gms.Type.V1;

namespace Gms.Portal.Languages;

/// <summary>Days and months as the services send them, in a reader's words. Pure.</summary>
static class Days
{
    /// <summary>A day as a browser's date field sends it; nothing where it is none, which the service then refuses by its field.</summary>
    public static DateOnly? Read(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A month as a browser's field of months sends it: 2026-01.</summary>
    public static Date? ReadMonth(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? new() { Year = month.Year, Month = month.Month } : null;

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static Date? ToDate(this DateOnly? day) => day is { } known ? new() { Year = known.Year, Month = known.Month, Day = known.Day } : null;

    /// <summary>A whole day.</summary>
    public static DateOnly ToDay(this Date day) => new(day.Year, day.Month, day.Day);

    /// <summary>As precisely as it is known: a day, a month or a year; nothing where it is not set.</summary>
    public static string Day(this Texts texts, Date? day) => day switch
    {
        null => "",
        { Day: > 0 } => texts.Day(day.ToDay()),
        { Month: > 0 } => texts.Month(day),
        _ => texts.Year(day.Year),
    };

    public static string Month(this Texts texts, Date month) => texts["date.month", texts[$"month.{month.Month}"], texts.Year(month.Year)];

    public static string Year(this Texts texts, int year) => $"{year + int.Parse(texts["date.years"], CultureInfo.InvariantCulture)}";

    /// <summary>From one day to another, or open.</summary>
    public static string Span(this Texts texts, Date from, Date? to) => to is null ? texts["date.since", texts.Day(from)] : texts["date.span", texts.Day(from), texts.Day(to)];
}
