using Gms.Platform;
using Gms.Registry.Corridors;
using Google.Protobuf.WellKnownTypes;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Crossings;

/// <summary>The calls of protos/gms/registry/v1/crossings.proto, one file each in this folder.</summary>
sealed partial class CrossingsService(RegistryDb db, Call call, CheckpointTable checkpoints, CrossingIntake intake, BorderPractice practice, StayLimits limits, ImportRunner imports, TimeProvider clock)
    : Proto.Crossings.CrossingsBase
{
    /// <summary>What a post saw. It speaks for its own country, or for the other side of the checkpoint at which it stands.</summary>
    Sighting ReadSighting(CrossingKind kind, string departureId, string workerNumber, string country, string checkpoint, Timestamp? crossedAt)
    {
        var (departure, worker) = (Read.OptionalId(departureId, "departure_id"), workerNumber.Length == 0 ? null : Read.WorkerNumber(workerNumber, "worker_number"));
        var (at, post) = (Read.Country(country, "country"), ReadCheckpoint(checkpoint));
        return new(kind, departure, worker, at, post, Read.OptionalInstant(crossedAt, "crossed_at") ?? clock.GetUtcNow(), SourceAt(at, post));
    }

    Checkpoint? ReadCheckpoint(string code) => code.Length == 0 ? null : checkpoints[Read.Code(code, "checkpoint", checkpoints.Codes)];

    CrossingSource SourceAt(string country, Checkpoint? post)
    {
        if (call.Reaches(Reach.Country(country)))
            return CrossingSource.Post;
        if (post is not null && post.IsIn(country) && call.Reaches(Reach.Country(post.SideA.Country, post.SideB.Country)))
            return CrossingSource.OtherSide;
        throw Refuse.NotAllowed(PlatformProblems.OutsideScope("country"));
    }

    /// <summary>Records one crossing, or that it was told again, and its event; the call answers and commits.</summary>
    async Task<TakenCrossing> Record(Sighting seen, CancellationToken cancel)
    {
        await db.Begin(cancel);
        var taken = (await intake.Take([seen], cancel))[0];
        if (taken.Refused is { } refused)
            throw refused;
        if (taken.New is { } crossing)
            db.Publish(crossing.Recorded());
        call.Disclose(taken.WorkerNumber, "departure");
        return taken;
    }

    static Proto.CrossingFlag ToProto(CrossingFlag flag) => flag switch
    {
        CrossingFlag.NoClearedDeparture => Proto.CrossingFlag.NoClearedDeparture,
        CrossingFlag.NoExitRecorded => Proto.CrossingFlag.NoExitRecorded,
        CrossingFlag.BeforePlannedDay => Proto.CrossingFlag.BeforePlannedDay,
    };
}
