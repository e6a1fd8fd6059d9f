using Gms.Platform;
using Gms.Registry.Merges;
using Gms.Type.V1;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    static readonly Purpose[] ShowContacts = [Purpose.Enrolment, Purpose.OwnRecord, Purpose.Complaint];

    public override async Task<Proto.GetWorkerResponse> GetWorker(Proto.GetWorkerRequest request, ServerCallContext context)
    {
        var number = Read.WorkerNumber(request.WorkerNumber, "worker_number");
        var numbers = await db.NumbersOf(number, context.CancellationToken);
        var records = await Find(number, numbers, context.CancellationToken);
        var merges = await db.Merges.AsNoTracking().Where(m => m.State == MergeState.Effective && numbers.Contains(m.Absorbed)).ToDictionaryAsync(m => m.Absorbed, m => m.Id, context.CancellationToken);

        // One is left that nothing absorbed; were they parted between the reads, it is the one that was asked for. None: the survivor was erased.
        var shown = Shown(records.OrderByDescending(r => r.WorkerNumber == number).FirstOrDefault(r => !merges.ContainsKey(r.WorkerNumber)) ?? throw Refuse.NotFound(Problems.WorkerNotFound()));
        foreach (var absorbed in records.Where(r => merges.ContainsKey(r.WorkerNumber)))
        {
            shown.Absorbed.Add(absorbed.ToAbsorbed(merges[absorbed.WorkerNumber], keys.Open(absorbed.PersonKey, absorbed.Id)));
            call.Disclose(absorbed.WorkerNumber, "names", "birth_date", "sex", "nationality", "documents");
        }
        return shown;
    }

    Proto.GetWorkerResponse Shown(Worker worker)
    {
        var person = keys.Open(worker.PersonKey, worker.Id);
        var shown = worker.ToProto(person, people.Layers(worker.Province));
        string[] told = ["names", "birth_date", "sex", "nationality", "province", "languages", "registration", "documents"];
        if (ShowContacts.Contains(call.Purpose))
        {
            told = [.. told, "contact_facts", "father_name", "mother_name"];
            shown.ContactFacts = worker.ContactFacts(person);
            shown.FatherName = person.Decrypt(worker.FatherNameEncrypted, worker.Id) ?? "";
            shown.MotherName = person.Decrypt(worker.MotherNameEncrypted, worker.Id) ?? "";
        }
        call.Disclose(worker.WorkerNumber, told);
        return shown;
    }
}
