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

    public static IEnumerable<Problem> ToDecideByOfficer(Departure departure)
    {
        if (departure.Status != DepartureStatus.Held)
            yield return Problems.DepartureNotHeld(departure.Status);
    }
}
