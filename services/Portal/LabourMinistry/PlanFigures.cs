using System.Globalization;
using Gms.DepartureOrientation.V1;
using Gms.Portal.Languages;

namespace Gms.Portal.LabourMinistry;

/// <summary>Figures of action plans as a reader sees them. Pure.</summary>
static class PlanFigures
{
    /// <summary>A share says of how many it is.</summary>
    public static string Value(Texts texts, Reading reading, IndicatorUnit unit) =>
        Number(texts, reading.Value, unit) + (reading is { HasCounted: true, HasOf: true } ? $" ({texts["agency.places_left", reading.Counted, reading.Of]})" : "");

    public static string Number(Texts texts, double value, IndicatorUnit unit) => unit switch
    {
        IndicatorUnit.Percent => string.Create(CultureInfo.InvariantCulture, $"{value:0.#} %"),
        IndicatorUnit.MonthsOfWage => texts["plans.months_of_wage", value.ToString("0.0", CultureInfo.InvariantCulture)],
        _ => value.ToString("#,0.##", CultureInfo.InvariantCulture),
    };

    public static string Mark(Agreement agreement) => agreement switch
    {
        Agreement.Agrees => "valid",
        Agreement.Differs or Agreement.TextsDiffer => "unpaid",
        _ => "unknown",
    };
}
