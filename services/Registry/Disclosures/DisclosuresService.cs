using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Disclosures;

/// <summary>The calls of protos/gms/registry/v1/disclosures.proto, one file each in this folder.</summary>
sealed partial class DisclosuresService(RegistryDb db, Call call, DisclosureSources sources, TimeProvider clock) : Proto.Disclosures.DisclosuresBase
{
    /// <summary>Every number of the worker: what was read stands under the number under which it was asked. An erased worker still reads who looked.</summary>
    async Task<IReadOnlyList<string>> Find(string number, CancellationToken cancel)
    {
        var numbers = await db.NumbersOf(number, cancel);
        var holders = await db.Workers.IgnoreQueryFilters().Where(w => numbers.Contains(w.WorkerNumber)).Select(w => w.Country).ToListAsync(cancel);
        if (holders.Count == 0)
            throw Refuse.NotFound(Problems.DisclosuresWorkerUnknown());
        call.MustReach(new() { Countries = holders, Worker = number }, Problems.DisclosuresWorkerUnknown());
        return numbers;
    }
}
