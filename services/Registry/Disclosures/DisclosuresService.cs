using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Disclosures;

/// <summary>The calls of protos/gms/registry/v1/disclosures.proto, one file each in this folder.</summary>
sealed partial class DisclosuresService(RegistryDb db, Call call, DisclosureSources sources, TimeProvider clock) : Proto.Disclosures.DisclosuresBase
{
    async Task<string> Find(string number, CancellationToken cancel)
    {
        // An erased worker still reads who looked.
        var country = await db.Workers.IgnoreQueryFilters().Where(w => w.WorkerNumber == number).Select(w => w.Country).SingleOrDefaultAsync(cancel)
            ?? throw Refuse.NotFound(Problems.DisclosuresWorkerUnknown());
        call.MustReach(new() { Countries = [country], Worker = number }, Problems.DisclosuresWorkerUnknown());
        return number;
    }
}
