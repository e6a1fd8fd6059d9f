using Gms.Platform;
using Gms.Type.V1;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    static readonly Purpose[] ShowContacts = [Purpose.Enrolment, Purpose.OwnRecord, Purpose.Complaint];

    public override async Task<Proto.GetWorkerResponse> GetWorker(Proto.GetWorkerRequest request, ServerCallContext context)
    {
        var worker = await Find(Read.WorkerNumber(request.WorkerNumber, "worker_number"), context.CancellationToken);
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
