using Gms.Registry.Corridors;
using Gms.Registry.Departures;
using Gms.Registry.Stays;
using Microsoft.EntityFrameworkCore;

namespace Gms.Registry.Crossings;

/// <summary>How long a channel allows a stay: the corridor's days for each entry, else its permit. Null where the corridor says neither; never a guess.</summary>
sealed class StayLimits(CorridorTable corridors)
{
    /// <summary>The last day of a stay that began on this day under this departure; null when it is not known, or the country is not the one of work.</summary>
    public StayLimit? Of(Departure? departure, string country, DateOnly arrived)
    {
        if (departure is null || departure.Destination != country || corridors.Find(departure.Origin, departure.Destination, departure.Channel) is not { } corridor)
            return null;
        return (corridor.StayDaysPerEntry ?? corridor.PermitDays, corridor.PermitMonths) switch
        {
            ({ } days, _) => new(arrived.AddDays(days), corridor.Id),
            (_, { } months) => new(arrived.AddMonths(months), corridor.Id),
            _ => null,
        };
    }

    /// <summary>As <see cref="Of"/>, or the day of the newest extension on record for that stay.</summary>
    public async Task<StayLimit?> Extended(RegistryDb db, Departure? departure, string country, DateOnly arrived, CancellationToken cancel)
    {
        if (departure is null || departure.Destination != country)
            return null;
        var limit = Of(departure, country, arrived);
        var extended = await db.Set<StayChange>().Where(c => c.DepartureId == departure.Id && c.Until >= arrived).MaxAsync(c => c.Until, cancel);
        return extended is { } until && !(limit?.Until >= until) ? new(until, "extension") : limit;
    }
}

/// <summary>The last day allowed, and what says so: a corridor's id, or "extension".</summary>
sealed record StayLimit(DateOnly Until, string By);
