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
    /// <summary>What a post saw.</summary>
    sealed record Sighting(Guid? DepartureId, string? WorkerNumber, string Country, Checkpoint? Post, DateTimeOffset At);

    /// <summary>Reads what both calls say.</summary>
    Sighting ReadSighting(string departureId, string workerNumber, string country, string checkpoint, Timestamp? crossedAt) => new(
        Read.OptionalId(departureId, "departure_id"),
        workerNumber.Length == 0 ? null : Read.WorkerNumber(workerNumber, "worker_number"),
        Read.Country(country, "country"),
        checkpoint.Length == 0 ? null : checkpoints[Read.Code(checkpoint, "checkpoint", checkpoints.Codes)],
        crossedAt?.ToDateTimeOffset() ?? clock.GetUtcNow());

    /// <summary>Applies the rules and adds the crossing; the call publishes and commits.</summary>
    async Task<Crossing> Record(CrossingKind kind, Sighting seen, CancellationToken cancel)
    {
        call.MustReach(Reach.Country(seen.Country), "country");
        var departure = await FindDeparture(kind, seen, cancel);
        var number = seen.WorkerNumber ?? departure!.WorkerNumber;
        var worker = await db.OnRecord(number, cancel) ?? throw Refuse.NotFound(Problems.CrossingWorkerUnknown());
        var exitRecorded = kind == CrossingKind.Arrival && departure is not null
            && await db.Crossings.AnyAsync(c => c.DepartureId == departure.Id && c.Kind == CrossingKind.Exit && c.CrossedAt <= seen.At, cancel);

        var crossing = new Crossing
        {
            Kind = kind,
            WorkerNumber = number,
            DepartureId = departure?.Id,
            Country = seen.Country,
            Checkpoint = seen.Post?.Id,
            CrossedAt = seen.At,
            Flags = [.. CrossingRules.Flags(kind, seen.Country, seen.At.DayIn(seen.Country), departure, exitRecorded)],
        };
        Refuse.IfAny(CrossingRules.ToRecord(crossing, seen.Post, departure, worker, clock.GetUtcNow()));

        db.Crossings.Add(crossing);
        call.Disclose(number, "departure");
        return crossing;
    }

    /// <summary>The departure named, or the newest cleared one of the worker on this way; null when there is none.</summary>
    async Task<Departure?> FindDeparture(CrossingKind kind, Sighting seen, CancellationToken cancel)
    {
        var here = seen.Country;
        if (seen.DepartureId is { } id)
        {
            // A departure between other countries is none of this post's: it is not told apart from one that does not exist.
            var named = await db.Departures.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && (d.Origin == here || d.Destination == here), cancel);
            return named ?? throw Refuse.NotFound(Problems.CrossingDepartureUnknown());
        }
        var number = seen.WorkerNumber ?? throw Refuse.Invalid(Problems.CrossingWorkerMissing());
        var numbers = await db.NumbersOf(number, cancel);
        return await db.Departures.AsNoTracking()
            .Where(d => numbers.Contains(d.WorkerNumber) && d.Status == DepartureStatus.Cleared && (kind == CrossingKind.Exit ? d.Origin : d.Destination) == here)
            .OrderByDescending(d => d.Id).FirstOrDefaultAsync(cancel);
    }

    static Proto.CrossingFlag ToProto(CrossingFlag flag) => flag switch
    {
        CrossingFlag.NoClearedDeparture => Proto.CrossingFlag.NoClearedDeparture,
        CrossingFlag.NoExitRecorded => Proto.CrossingFlag.NoExitRecorded,
        CrossingFlag.BeforePlannedDay => Proto.CrossingFlag.BeforePlannedDay,
    };
}
