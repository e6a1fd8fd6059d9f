using System.Globalization;
using Gms.Portal.Forms;
using Gms.Portal.Languages;
using Google.Protobuf.WellKnownTypes;

namespace Gms.Portal.BorderPosts;

/// <summary>When a crossing was, as an officer typed it on the clock of the post's country. Pure.</summary>
static class CrossingTime
{
    /// <summary>As browsers send it, and as it is typed where one has no field for it.</summary>
    static readonly string[] Forms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss", "yyyy-MM-dd HH:mm"];

    /// <summary>Unset where nothing can be read: the service refuses a time that it needs.</summary>
    public static Timestamp? Of(string? typed, string country) =>
        DateTime.TryParseExact(typed?.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var there)
            ? Timestamp.FromDateTimeOffset(PlaceNames.Instant(there, country))
            : null;

    /// <summary>Unset where nothing was typed: the service then takes the moment of the call. What cannot be read is refused, since that moment would be a wrong time.</summary>
    public static Timestamp? OrNow(string? typed, string country) =>
        string.IsNullOrWhiteSpace(typed) ? null : Of(typed, country) ?? throw new RefusedHereException("DAY_MALFORMED", "crossed_at");
}
