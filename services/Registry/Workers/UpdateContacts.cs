using Gms.Platform;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    public override async Task<Proto.UpdateContactsResponse> UpdateContacts(Proto.UpdateContactsRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        if (request.ContactFacts is null)
            throw Refuse.Invalid(PlatformProblems.FieldRequired("contact_facts"));
        var facts = people.ReadOptional(request.ContactFacts, "contact_facts");
        var worker = await db.Workers.Include(w => w.Contacts).Include(w => w.Relatives).AsSplitQuery()
            .SingleOrDefaultAsync(w => w.WorkerNumber == number, context.CancellationToken) ?? throw Refuse.NotFound(Problems.WorkerNotFound());
        call.MustReach(Reach(worker), Problems.WorkerNotFound());

        Refuse.IfAny(WorkerRules.ToChange(worker));

        var person = keys.Open(worker.PersonKey, worker.Id);
        people.Keep(worker, facts, person);
        await duplicates.Refresh(worker, person, context.CancellationToken);
        call.Disclose(worker.WorkerNumber, "contact_facts");
        return await db.Commit(new Proto.UpdateContactsResponse { WorkerNumber = worker.WorkerNumber }, context.CancellationToken);
    }
}
