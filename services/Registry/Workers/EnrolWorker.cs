using Gms.Events.Registry;
using Gms.Platform;
using Gms.Registry.Documents;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    public override async Task<Proto.EnrolWorkerResponse> EnrolWorker(Proto.EnrolWorkerRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Platform.Reach.Country(country), "country");
        var sent = documents.Read(request.Document, "document");
        var contacts = people.ReadOptional(request.ContactFacts, "contact_facts");
        var province = people.ReadProvince(request.Province, "province");
        var nationality = request.NationalityStatus is Proto.NationalityStatus.Unspecified ? null : (NationalityStatus?)Read.Value<Proto.NationalityStatus, NationalityStatus>(request.NationalityStatus, "nationality_status");
        var worker = new Worker
        {
            WorkerNumber = WorkerNumber.New(country),
            Country = country,
            BirthDate = Read.PartialDay(request.BirthDate, "birth_date"),
            Sex = Read.Value<Proto.Sex, Sex>(request.Sex, "sex"),
            Nationality = Read.OptionalAnyCountry(request.Nationality, "nationality"),
            Stateless = request.Stateless,
            EnrolledAt = clock.GetUtcNow(),
            Names = [.. request.Names.Select(PersonIntake.ReadName)],
        };
        var father = Read.OptionalText(request.FatherName, "father_name");
        var mother = Read.OptionalText(request.MotherName, "mother_name");
        var holders = await documents.Holders(sent, context.CancellationToken);

        var person = GiveKey(worker);
        var document = documents.Make(sent, person, DocumentRules.IsAnothers(sent, null, holders));
        var today = clock.TodayIn(country);
        Refuse.IfAny([
            .. WorkerRules.ToEnrol(worker, document, today),
            .. WorkerRules.ToSay(worker, nationality),
            .. WorkerRules.ToHaveParents(father, mother),
            .. WorkerRules.ToLiveIn(province, contacts.Province),
            .. DocumentRules.ToRecord(sent, null, holders),
        ]);

        worker.Documents.Add(document);
        people.Keep(worker, contacts with { Province = province ?? contacts.Province }, person);
        KeepParents(worker, father, mother, person);
        db.Workers.Add(worker);
        db.Publish(Enrolled(worker));
        call.Disclose(worker.WorkerNumber, "enrolment");
        return await db.Commit(new Proto.EnrolWorkerResponse
        {
            WorkerNumber = worker.WorkerNumber,
            DocumentId = document.Id.ToString(),
            Warnings = { documents.Unusual(sent, worker, today) },
        }, context.CancellationToken);
    }

    PersonCipher GiveKey(Worker worker)
    {
        worker.KeepKey(keys.New(worker.Id));
        return keys.Open(worker.PersonKey, worker.Id);
    }

    static void KeepParents(Worker worker, string? father, string? mother, PersonCipher person)
    {
        worker.FatherNameEncrypted = person.EncryptOptional(father, worker.Id);
        worker.MotherNameEncrypted = person.EncryptOptional(mother, worker.Id);
    }

    static WorkerEnrolled Enrolled(Worker worker) => new()
    {
        EventId = Guid.CreateVersion7(),
        OccurredAt = worker.EnrolledAt,
        SubjectId = worker.WorkerNumber,
        SubjectVersion = worker.Version,
        WorkerNumber = worker.WorkerNumber,
        Country = worker.Country,
    };
}
