using Gms.Platform;
using Gms.Registry.Corridors;
using Gms.Registry.Passes;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Departures;

/// <summary>The calls of protos/gms/registry/v1/departures.proto, one file each in this folder.</summary>
sealed partial class DeparturesService(RegistryDb db, Call call, Applying applying, IPeers peers, PassIssuer passes, DepartureCodes codes, TimeProvider clock) : Proto.Departures.DeparturesBase
{
    static readonly Problem Unknown = Problems.DepartureNotFound();

    bool ForAgency => call.Caller.Agency is not null;

    async Task<Departure> Find(Guid id, CancellationToken cancel)
    {
        var departure = await db.Departures.SingleOrDefaultAsync(d => d.Id == id, cancel) ?? throw Refuse.NotFound(Unknown);
        call.MustReach(Reach(departure), Unknown);
        return departure;
    }

    Task<DepartureDecision?> Last(Departure departure, CancellationToken cancel) =>
        db.DepartureDecisions.AsNoTracking().SingleOrDefaultAsync(d => d.DepartureId == departure.Id && d.Version == departure.Version, cancel);

    static Reach Reach(Departure departure) => new()
    {
        Countries = [departure.Origin, departure.Destination],
        Agencies = departure.AgencyId is { } agency ? [agency] : [],
        Worker = departure.WorkerNumber,
    };
}

/// <summary>The code lists that an application names values of.</summary>
sealed record DepartureCodes(CorridorTable Corridors, CheckpointTable Checkpoints, CodeLists Lists);

/// <summary>What brings an application from its receipt to its decision.</summary>
sealed record Applying(Receipts Receipts, Decisions Decisions);
