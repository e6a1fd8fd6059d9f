using Gms.Platform;
using Gms.Registry.Duplicates;
using Gms.Registry.Workers;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Documents;

/// <summary>The calls of protos/gms/registry/v1/documents.proto, one file each in this folder.</summary>
sealed partial class DocumentsService(RegistryDb db, Call call, PersonKeys keys, DocumentIntake documents, Proposal proposal, DuplicateCheck duplicates, TimeProvider clock) : Proto.Documents.DocumentsBase
{
    /// <summary>A worker whom the caller reaches, with every document.</summary>
    async Task<Worker> Find(string number, CancellationToken cancel)
    {
        var worker = await db.Workers.Include(w => w.Documents).AsSplitQuery().SingleOrDefaultAsync(w => w.WorkerNumber == number, cancel)
            ?? throw Refuse.NotFound(Problems.WorkerNotFound());
        call.MustReach(new() { Countries = [worker.Country], Worker = worker.WorkerNumber }, Problems.WorkerNotFound());
        return worker;
    }

    static Document Find(Worker worker, Guid id, string field) =>
        worker.Documents.Find(d => d.Id == id) ?? throw Refuse.NotFound(Problems.DocumentNotFound(field));
}
