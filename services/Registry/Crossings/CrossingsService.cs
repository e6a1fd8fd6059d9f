using Gms.Platform;
using Gms.Registry.Corridors;
using Gms.Registry.Departures;
using Google.Protobuf.WellKnownTypes;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Crossings;

/// <summary>The calls of protos/gms/registry/v1/crossings.proto, one file each in this folder.</summary>
sealed partial class CrossingsService(RegistryDb db, Call call, CheckpointTable checkpoints, TimeProvider clock) : Proto.Crossings.CrossingsBase
{
    /// <summary>Reads what both calls say, applies the rules and adds the crossing; the call publishes and commits.</summary>
    async Task<Crossing> Record(CrossingKind kind, string departureId, string workerNumber, string country, string checkpoint, Timestamp? crossedAt, CancellationToken cancel)
    {
        var here = Read.Country(country, "country");
        call.MustReach(Reach.Country(here), "country");
        var post = checkpoint.Length == 0 ? null : checkpoints[Read.Code(checkpoint, "checkpoint", checkpoints.Codes)];
        var at = crossedAt?.ToDateTimeOffset() ?? clock.GetUtcNow();

        var departure = await FindDeparture(kind, Read.OptionalId(departureId, "departure_id"), workerNumber, here, cancel);
        var number = workerNumber.Length > 0 ? Read.WorkerNumber(workerNumber, "worker_number") : departure!.WorkerNumber;
        var worker = await db.Workers.OnRecord(number, cancel) ?? throw Refuse.NotFound(Problems.CrossingWorkerUnknown());
        var exitRecorded = kind == CrossingKind.Arrival && departure is not null
            && await db.Crossings.AnyAsync(c => c.DepartureId == departure.Id && c.Kind == CrossingKind.Exit && c.CrossedAt <= at, cancel);

        var crossing = new Crossing
        {
            Kind = kind,
            WorkerNumber = number,
            DepartureId = departure?.Id,
            Country = here,
            Checkpoint = post?.Id,
            CrossedAt = at,
            Flags = [.. CrossingRules.Flags(kind, here, at.DayIn(here), departure, exitRecorded)],
        };
        Refuse.IfAny(CrossingRules.ToRecord(crossing, post, departure, worker.BirthDate, clock.GetUtcNow()));

        db.Crossings.Add(crossing);
        call.Disclose(number, "departure");
        return crossing;
    }

    /// <summary>The departure named, or the newest cleared one of the worker on this way; null when there is none.</summary>
    async Task<Departure?> FindDeparture(CrossingKind kind, Guid? id, string workerNumber, string here, CancellationToken cancel)
    {
        if (id is not null)
        {
            // A departure between other countries is none of this post's: it is not told apart from one that does not exist.
            var named = await db.Departures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && (d.Origin == here || d.Destination == here), cancel);
            return named ?? throw Refuse.NotFound(Problems.CrossingDepartureUnknown());
        }
        if (workerNumber.Length == 0)
            throw Refuse.Invalid(Problems.CrossingWorkerMissing());

        var number = Read.WorkerNumber(workerNumber, "worker_number");
        return await db.Departures.AsNoTracking()
            .Where(d => d.WorkerNumber == number && d.Status == DepartureStatus.Cleared && (kind == CrossingKind.Exit ? d.Origin : d.Destination) == here)
            .OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancel);
    }

    static Proto.CrossingFlag ToProto(CrossingFlag flag) => flag switch
    {
        CrossingFlag.NoClearedDeparture => Proto.CrossingFlag.NoClearedDeparture,
        CrossingFlag.NoExitRecorded => Proto.CrossingFlag.NoExitRecorded,
        CrossingFlag.BeforePlannedDay => Proto.CrossingFlag.BeforePlannedDay,
    };
}
