using Gms.Platform;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Consents;

/// <summary>The calls of protos/gms/registry/v1/consents.proto, one file each in this folder.</summary>
sealed partial class ConsentsService(RegistryDb db, Call call, PurposeTable purposes, TimeProvider clock) : Proto.Consents.ConsentsBase
{
    /// <summary>The country that holds the worker's record.</summary>
    async Task<string> HolderOf(string number, CancellationToken cancel) =>
        await db.Workers.Where(w => w.WorkerNumber == number).Select(w => w.Country).SingleOrDefaultAsync(cancel) ?? throw Refuse.NotFound(Problems.ConsentWorkerUnknown());

    static Reach Reach(Consent consent) => new() { Countries = [consent.Country], Worker = consent.WorkerNumber, Organisations = [consent.GivenTo] };
}
