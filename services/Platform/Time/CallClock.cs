using System.Globalization;

namespace Gms.Platform;

/// <summary>
/// The clock of the registry. A call may carry its own time (metadata `gms-test-clock`, ISO 8601) where the configuration allows it:
/// then rules, events and everything called from there see that time. Tokens, relays and seals always see the real one.
/// </summary>
public sealed class CallClock : TimeProvider
{
    public const string Header = "gms-test-clock";

    static readonly AsyncLocal<DateTimeOffset?> Moved = new();

    public static DateTimeOffset? TestTime => Moved.Value;

    /// <summary>In whole microseconds, as the database keeps it: what is answered and sent today is what is read tomorrow.</summary>
    public override DateTimeOffset GetUtcNow() => Moved.Value ?? Whole(base.GetUtcNow());

    static DateTimeOffset Whole(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerMicrosecond));

    internal static void MoveTo(DateTimeOffset? time) => Moved.Value = time;

    internal static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
