namespace Gms.Portal.Languages;

/// <summary>Countries, services and times in a reader's language.</summary>
static class PlaceNames
{
    /// <summary>Country and the zone in which its offices tell the time.</summary>
    static readonly Dictionary<string, string> Zones = new()
    {
        ["KH"] = "Asia/Phnom_Penh",
        ["CN"] = "Asia/Shanghai",
        ["LA"] = "Asia/Vientiane",
        ["MM"] = "Asia/Yangon",
        ["TH"] = "Asia/Bangkok",
        ["VN"] = "Asia/Ho_Chi_Minh",
    };

    public static string Country(this Texts texts, string code) => texts.Has($"country.{code}") ? texts[$"country.{code}"] : code;

    /// <summary>The day where the record is held.</summary>
    public static DateOnly DayIn(DateTimeOffset instant, string country) => DateOnly.FromDateTime(There(instant, country).DateTime);

    /// <summary>The time of day where the record is held, with the zone's name.</summary>
    public static string Time(this Texts texts, DateTimeOffset instant, string country)
    {
        var there = There(instant, country);
        return texts["time", texts.Day(DateOnly.FromDateTime(there.DateTime)), $"{there:HH:mm}", texts[Zones.ContainsKey(country) ? $"zone.{country}" : "zone.utc"]];
    }

    /// <summary>From one time to another where the record is held; the day is said once where it is the same.</summary>
    public static string Time(this Texts texts, DateTimeOffset from, DateTimeOffset to, string country)
    {
        var (begins, ends) = (There(from, country), There(to, country));
        return begins.Date == ends.Date
            ? texts["time", texts.Day(DateOnly.FromDateTime(begins.DateTime)), $"{begins:HH:mm}–{ends:HH:mm}", texts[Zones.ContainsKey(country) ? $"zone.{country}" : "zone.utc"]]
            : texts["date.span", texts.Time(from, country), texts.Time(to, country)];
    }

    /// <summary>The instant of a time on the clock of a country.</summary>
    public static DateTimeOffset Instant(DateTime there, string country)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(Zones.GetValueOrDefault(country, "Etc/UTC"));
        return new(DateTime.SpecifyKind(there, DateTimeKind.Unspecified), zone.GetUtcOffset(there));
    }

    static DateTimeOffset There(DateTimeOffset instant, string country) => TimeZoneInfo.ConvertTime(instant, TimeZoneInfo.FindSystemTimeZoneById(Zones.GetValueOrDefault(country, "Etc/UTC")));
}
