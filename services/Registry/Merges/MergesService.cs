using Gms.Platform;
using Gms.Registry.Statistics;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Merges;

/// <summary>The calls of protos/gms/registry/v1/merges.proto, one file each in this folder.</summary>
sealed partial class MergesService(RegistryDb db, Call call, FlowLedger flows, TimeProvider clock) : Proto.Merges.MergesBase
{
    const long Lock = 0x474D534D45524745;    // "GMSMERGE"

    /// <summary>Merges are decided one after the other: each rests on what those before it made of the numbers.</summary>
    async Task OneAtATime(CancellationToken cancel) => await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancel);

    async Task<Merge> Find(Guid id, CancellationToken cancel)
    {
        var merge = await db.Merges.SingleOrDefaultAsync(m => m.Id == id, cancel) ?? throw Refuse.NotFound(Problems.MergeNotFound());
        call.MustReach(merge.Reach, Problems.MergeNotFound());
        return merge;
    }

    /// <summary>The holder of a worker's record.</summary>
    async Task<string> HolderOf(string number, Problem unknown, CancellationToken cancel) =>
        await db.Workers.Where(w => w.WorkerNumber == number).Select(w => w.Country).SingleOrDefaultAsync(cancel) ?? throw Refuse.NotFound(unknown);

    /// <summary>Makes the merge hold: here at once, elsewhere by its event. Departures that are open on both sides go to an officer.</summary>
    async Task TakeEffect(Merge merge, string reason, CancellationToken cancel)
    {
        var turn = 1 + (await db.Merges.Where(m => m.Absorbed == merge.Absorbed).MaxAsync(m => m.Turn, cancel) ?? 0);
        merge.TakeEffect(turn, reason, call.Caller, clock.GetUtcNow());
        var happened = MergeEvents.Merged(merge);
        db.Publish(happened);
        if (await db.Learn(happened, cancel) is not { } sides)
            return;
        await OpenDepartures.Find(db, happened, sides, clock, cancel);
        await flows.Restate(sides.All, cancel);
    }

    void Disclose(Merge merge)
    {
        call.Disclose(merge.Survivor, "merge");
        call.Disclose(merge.Absorbed, "merge");
    }
}
