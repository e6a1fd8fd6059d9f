using Gms.Platform;
using Gms.Recruitment.Reference;

namespace Gms.Recruitment.Contracts;

/// <summary>The least age for work through a channel.</summary>
sealed record MinimumAge(int Years, RuleSource Source)
{
    /// <summary>Where the corridor states none, the age that no recruit may be under by the indicator of fair recruitment (IRIS A.3).</summary>
    const int OfIris = 18;

    public static MinimumAge For(Corridor? corridor, Indicators indicators) =>
        corridor?.MinimumAge is { } years ? new(years, corridor.Source) : new(OfIris, indicators["FR21"].Source);

    /// <summary>Whether somebody born then is under age on that day; null when the birth date is not known well enough to say.</summary>
    public bool? IsUnder(PartialDate? born, DateOnly day) => born is not { } date ? null
        : date.Latest.AddYears(Years) <= day ? false
        : date.Earliest.AddYears(Years) > day ? true
        : null;
}
