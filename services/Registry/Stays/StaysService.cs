using Gms.Platform;
using Gms.Registry.Corridors;
using Gms.Registry.Crossings;
using Gms.Registry.Departures;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Stays;

/// <summary>The calls of protos/gms/registry/v1/stays.proto, one file each in this folder.</summary>
sealed partial class StaysService(RegistryDb db, Call call, CorridorTable corridors, StayLimits limits, BorderPractice practice, MissedCrossings missed, IPeers peers, TimeProvider clock) : Proto.Stays.StaysBase
{
    /// <summary>A departure to the caller's country; any other is not told apart from one that does not exist.</summary>
    async Task<Departure> FindDeparture(Guid id, CancellationToken cancel)
    {
        var departure = await db.Departures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw Refuse.NotFound(Problems.StayDepartureUnknown());
        call.MustReach(Reach.Country(departure.Destination), Problems.StayDepartureUnknown());
        return departure;
    }

    /// <summary>The day of the last arrival in the country of work under this departure.</summary>
    async Task<DateOnly?> Arrived(Departure departure, CancellationToken cancel) =>
        (await db.Crossings.Where(c => c.DepartureId == departure.Id && c.Kind == CrossingKind.Arrival && c.Country == departure.Destination).MaxAsync(c => (DateTimeOffset?)c.CrossedAt, cancel))?.DayIn(departure.Destination);
}
