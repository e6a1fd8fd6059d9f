using Gms.Platform;
using Gms.Registry.Departures;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Passes;

/// <summary>The calls of protos/gms/registry/v1/passes.proto, one file each in this folder.</summary>
sealed partial class PassesService(RegistryDb db, Call call, PassLists lists, PassKeys keys, PassTexts texts, TimeProvider clock) : Proto.Passes.PassesBase
{
    async Task<Departure> DepartureOf(Guid id, CancellationToken cancel)
    {
        var departure = await db.Departures.SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw Refuse.NotFound(PassProblems.PassNotFound("departure_id"));
        call.MustReach(new() { Countries = [departure.Origin, departure.Destination], Agencies = departure.AgencyId is { } agency ? [agency] : [], Worker = departure.WorkerNumber }, PassProblems.PassNotFound("departure_id"));
        return departure;
    }
}
