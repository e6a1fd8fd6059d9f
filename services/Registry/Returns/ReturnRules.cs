using Gms.Platform;
using Gms.Registry.Departures;

namespace Gms.Registry.Returns;

/// <summary>What must hold for a return to be recorded. Pure.</summary>
static class ReturnRules
{
    /// <param name="back">The return.</param>
    /// <param name="stay">The departure named and the day of its last arrival; null when none was named.</param>
    /// <param name="worker">The worker.</param>
    /// <param name="today">Today in the country returned to.</param>
    public static IEnumerable<Problem> ToRecord(WorkerReturn back, Stay? stay, WorkerOnRecord worker, DateOnly today)
    {
        if (back.Country == back.ComeFrom)
            yield return Problems.ReturnWithinCountry();

        if (back.ReturnedOn > today)
            yield return Problems.ReturnInFuture();
        else if (back.ReturnedOn < worker.BirthDate.Earliest)
            yield return Problems.ReturnBeforeBirth();
        else if (stay?.ArrivedOn > back.ReturnedOn)
            yield return Problems.ReturnBeforeArrival();

        if (back.DepartureId is not null && (stay is null || !worker.Numbers.Contains(stay.WorkerNumber)))
            yield return Problems.ReturnDepartureUnknown();
    }
}

/// <summary>A stay abroad: whose it is, and the day of the last arrival when one was recorded.</summary>
sealed record Stay(string WorkerNumber, DateOnly? ArrivedOn);
