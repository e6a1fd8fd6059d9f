namespace Gms.Platform;

/// <summary>The legal day: the day in the zone of the country whose rule applies, never the UTC day.</summary>
public static class LegalDay
{
    static readonly Dictionary<string, TimeZoneInfo> Zones = new()
    {
        ["KH"] = TimeZoneInfo.FindSystemTimeZoneById("Asia/Phnom_Penh"),
        ["CN"] = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"),
        ["LA"] = TimeZoneInfo.FindSystemTimeZoneById("Asia/Vientiane"),
        ["MM"] = TimeZoneInfo.FindSystemTimeZoneById("Asia/Yangon"),
        ["TH"] = TimeZoneInfo.FindSystemTimeZoneById("Asia/Bangkok"),
        ["VN"] = TimeZoneInfo.FindSystemTimeZoneById("Asia/Ho_Chi_Minh"),
    };

    public static DateOnly TodayIn(this TimeProvider clock, string country) => clock.GetUtcNow().DayIn(country);

    /// <summary>The day that has come in all six countries, the last of which is Myanmar: a day before it has ended everywhere.</summary>
    public static DateOnly TodayEverywhere(this TimeProvider clock)
    {
        var now = clock.GetUtcNow();
        return Zones.Keys.Min(country => now.DayIn(country));
    }

    public static DateOnly DayIn(this DateTimeOffset instant, string country) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zones[country]).DateTime);

    /// <summary>The instant at which a day begins there.</summary>
    public static DateTimeOffset StartIn(this DateOnly day, string country)
    {
        var start = day.ToDateTime(TimeOnly.MinValue);
        return new(start, Zones[country].GetUtcOffset(start));
    }
}
