using System.Text.Json;
using Gms.Platform;

namespace Gms.Access.Reminders;

/// <summary>The hours in which nobody is reminded of anything that can wait: Data/reminders.json. A code is sent at any hour, since its worker waits for it. Pure.</summary>
/// <param name="rules">The hours, by country.</param>
/// <param name="atOnce">What would be of use for no longer than this when the morning has come goes at once, at whatever hour: of a session that does not take place one hears before setting out.</param>
sealed class QuietHours(IEnumerable<QuietHours.Rule> rules, TimeSpan atOnce)
{
    static readonly JsonSerializerOptions SnakeCase = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    readonly Dictionary<string, Rule> _rules = rules.ToDictionary(r => r.Country);

    /// <param name="Country">ISO 3166-1 alpha-2; * for those without a rule of their own.</param>
    /// <param name="FromHour">The hour of the evening at which they begin, local time.</param>
    /// <param name="UntilHour">The hour of the morning at which they end, local time.</param>
    public sealed record Rule(string Country, int FromHour, int UntilHour);

    sealed record DataFile(int AtOnceHours, IReadOnlyList<Rule> QuietHours);

    /// <summary>Until when a message waits for the morning there; null when it goes now.</summary>
    /// <param name="country">In whose hours it is sent.</param>
    /// <param name="now">The time.</param>
    /// <param name="until">From when it is of use to nobody.</param>
    public DateTimeOffset? HoldsUntil(string country, DateTimeOffset now, DateTimeOffset until) => EndAt(country, now) is { } morning && until > morning + atOnce ? morning : null;

    /// <summary>When they end, if it is quiet there now; null when it is not.</summary>
    public DateTimeOffset? EndAt(string country, DateTimeOffset now)
    {
        var rule = _rules.GetValueOrDefault(country) ?? _rules["*"];
        var today = now.DayIn(country);
        var hour = (now - today.StartIn(country)).TotalHours;
        return hour < rule.UntilHour ? Morning(today) : hour >= rule.FromHour ? Morning(today.AddDays(1)) : null;

        DateTimeOffset Morning(DateOnly day) => day.StartIn(country).AddHours(rule.UntilHour).ToUniversalTime();
    }

    public static QuietHours Load()
    {
        using var file = typeof(QuietHours).Assembly.GetManifestResourceStream("Gms.Access.Data.reminders.json")!;
        var data = JsonSerializer.Deserialize<DataFile>(file, SnakeCase)!;
        return new(data.QuietHours, TimeSpan.FromHours(data.AtOnceHours));
    }
}
