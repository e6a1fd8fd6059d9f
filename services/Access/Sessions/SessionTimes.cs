using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Gms.Access.Sessions;

/// <summary>How long a session lasts: without use, and at all. NIST SP 800-63B-4 (2.2.3) wants at most an hour and a day.</summary>
sealed record SessionTimes(TimeSpan Idle, TimeSpan Longest)
{
    /// <summary>No cookie lives longer, whatever is set.</summary>
    public static readonly TimeSpan Most = TimeSpan.FromHours(24);

    /// <summary>An access token lives ten minutes: who works is seen at least so often.</summary>
    static readonly TimeSpan LeastIdle = TimeSpan.FromMinutes(15);

    public static SessionTimes Read(IConfiguration values, List<string> faults)
    {
        var idle = Minutes(values, "Access:SessionIdleMinutes", 60, faults);
        var longest = Minutes(values, "Access:SessionLongestMinutes", 600, faults);
        if (idle < LeastIdle || longest < idle || longest > Most)
            faults.Add("Access__SessionIdleMinutes is at least 15, and Access__SessionLongestMinutes at least as much and at most 1440.");
        return new(idle, longest);
    }

    static TimeSpan Minutes(IConfiguration values, string name, int usual, List<string> faults)
    {
        if (values[name] is not { Length: > 0 } text)
            return TimeSpan.FromMinutes(usual);
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var minutes))
            return TimeSpan.FromMinutes(minutes);
        faults.Add($"{name.Replace(":", "__", StringComparison.Ordinal)} is a number of minutes; this is none: {text}");
        return TimeSpan.FromMinutes(usual);
    }
}
