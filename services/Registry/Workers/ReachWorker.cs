using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    public override async Task<Proto.ReachWorkerResponse> ReachWorker(Proto.ReachWorkerRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var survivor = await db.SurvivorOf(number, context.CancellationToken);
        var worker = await db.Workers.AsNoTracking().Include(w => w.Contacts).SingleOrDefaultAsync(w => w.WorkerNumber == survivor, context.CancellationToken);
        if (!call.Reaches(worker is null ? new() { Worker = number } : Reach(worker)) || worker is not { KeyDestroyedAt: null })
            return new() { Exists = false };

        var person = keys.Open(worker.PersonKey, worker.Id);
        call.Disclose(worker.WorkerNumber, "contact_facts");
        return new()
        {
            Exists = true,
            Addresses =
            {
                worker.Contacts.Where(c => c.Kind is ContactKind.Phone or ContactKind.Email).OrderBy(c => c.Position)
                    .Select(c => new Proto.WorkerAddress { Kind = Enum.Parse<Proto.ContactKind>(c.Kind.ToString()), Value = person.Decrypt(c.ValueEncrypted, c.Id) ?? "" }),
            },
            Languages = { worker.Languages },
        };
    }
}
