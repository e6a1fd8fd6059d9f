using System.Globalization;
using Gms.Portal.Languages;
using Google.Protobuf.WellKnownTypes;

namespace Gms.Portal.BorderPosts;

/// <summary>When a crossing was, as an officer typed it on the clock of the post's country. Pure.</summary>
static class CrossingTime
{
    static readonly string[] Forms = ["yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    /// <summary>Unset for now, and for what cannot be read: the form's own field sends nothing else.</summary>
    public static Timestamp? Of(string? typed, string country) =>
        DateTime.TryParseExact(typed, Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var there)
            ? Timestamp.FromDateTimeOffset(PlaceNames.Instant(there, country))
            : null;
}
