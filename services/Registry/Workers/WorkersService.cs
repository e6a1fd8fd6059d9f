using Gms.Platform;
using Gms.Registry.Documents;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

/// <summary>The calls of protos/gms/registry/v1/workers.proto, one file each in this folder.</summary>
sealed partial class WorkersService(RegistryDb db, Call call, PersonKeys keys, PersonIntake people, DocumentIntake documents, TimeProvider clock) : Proto.Workers.WorkersBase
{
    async Task<Worker> Find(string number, CancellationToken cancel)
    {
        var worker = await db.Workers.AsNoTracking().Include(w => w.Documents).Include(w => w.Contacts).Include(w => w.Relatives).AsSplitQuery().SingleOrDefaultAsync(w => w.WorkerNumber == number, cancel)
            ?? throw Refuse.NotFound(Problems.WorkerNotFound());
        call.MustReach(Reach(worker), Problems.WorkerNotFound());
        return worker;
    }

    static Reach Reach(Worker worker) => new() { Countries = [worker.Country], Worker = worker.WorkerNumber };
}
