using Gms.Platform;

namespace Gms.Registry.Departures;

/// <summary>What must hold for an application to be received and for an officer to decide. Pure. Whether a worker may depart is ClearanceRules.</summary>
static class DepartureRules
{
    public const int MostDaysAhead = 366;

    public static IEnumerable<Problem> ToReceive(Departure departure, DateOnly today)
    {
        if (departure.Origin == departure.Destination)
            yield return Problems.DepartureWithinCountry();

        if (departure.PlannedOn < today)
            yield return Problems.DeparturePlannedInPast();
        else if (departure.PlannedOn > today.AddDays(MostDaysAhead))
            yield return Problems.DeparturePlannedTooFarAhead(MostDaysAhead);
    }

    public static IEnumerable<Problem> ToDecideByOfficer(Departure departure, string officer)
    {
        if (departure.Status != DepartureStatus.Held)
            yield return Problems.DepartureNotHeld(departure.Status);
        if (departure.Owner is { } owner && owner != officer)
            yield return Problems.DepartureClaimed();
        if (departure.NotBy == officer)
            yield return Problems.DepartureAnotherOfficer();
    }

    public static IEnumerable<Problem> ToClaim(Departure departure, string officer)
    {
        if (departure.Status != DepartureStatus.Held)
            yield return Problems.DepartureNotHeld(departure.Status);
        if (departure.Owner is not null)
            yield return Problems.DepartureClaimed();
        if (departure.NotBy == officer)
            yield return Problems.DepartureAnotherOfficer();
    }

    /// <summary>Any officer of the country may release: who claimed it may be on leave.</summary>
    public static IEnumerable<Problem> ToRelease(Departure departure)
    {
        if (departure.Owner is null)
            yield return Problems.DepartureNotClaimed();
    }

    public static IEnumerable<Problem> ToAppeal(Departure departure)
    {
        if (departure.Status != DepartureStatus.Refused)
            yield return Problems.DepartureNotRefused(departure.Status);
    }
}
