using Gms.Portal.Languages;
using Gms.Registry.V1;

namespace Gms.Portal.LabourMinistry;

/// <summary>Days of a departure as an officer reads them. Pure.</summary>
static class DepartureDays
{
    public static DateOnly Of(Gms.Type.V1.Date day) => new(day.Year, day.Month, day.Day);

    /// <summary>How long it has waited, in whole days; today where it came today.</summary>
    public static string Waits(Texts texts, Departure departure, DateTimeOffset now)
    {
        if (departure.HeldSince is null)
            return "";
        var days = PlaceNames.DayIn(now, departure.Origin).DayNumber - PlaceNames.DayIn(departure.HeldSince.ToDateTimeOffset(), departure.Origin).DayNumber;
        return days <= 0 ? texts["queue.today"] : texts.Count("queue.days", days);
    }
}
