using Gms.Platform;
using Gms.Registry.Consents;
using Gms.Registry.Documents;
using Gms.Registry.Duplicates;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

/// <summary>The calls of protos/gms/registry/v1/workers.proto, one file each in this folder.</summary>
sealed partial class WorkersService(
    RegistryDb db, Call call, ConsentGate gate, PersonKeys keys, PersonIntake people, DocumentIntake documents, EnrolmentIntake enrolments, DuplicateCheck duplicates, ImportRunner imports, TimeProvider clock)
    : Proto.Workers.WorkersBase
{
    /// <summary>Every record of a worker, the oldest first. Each holder of one of them sees all.</summary>
    async Task<List<Worker>> Find(string number, IReadOnlyList<string> numbers, CancellationToken cancel)
    {
        var records = await db.Workers.AsNoTracking().Include(w => w.Documents).Include(w => w.Contacts).Include(w => w.Relatives).AsSplitQuery()
            .Where(w => numbers.Contains(w.WorkerNumber)).OrderBy(w => w.Id).ToListAsync(cancel);
        IReadOnlyList<string> holders = [.. records.Select(r => r.Country)];
        var consented = await gate.MustHold(numbers, holders, cancel);
        if (records.Count == 0)
            throw Refuse.NotFound(Problems.WorkerNotFound());
        call.MustReach(consented with { Countries = holders, Worker = number }, Problems.WorkerNotFound());
        return records;
    }

    static Reach Reach(Worker worker) => new() { Countries = [worker.Country], Worker = worker.WorkerNumber };
}
