using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Duplicates;
using Grpc.Core;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

partial class WorkersService
{
    public override async Task<Proto.RegisterInCountryResponse> RegisterInCountry(Proto.RegisterInCountryRequest request, ServerCallContext context)
    {
        var country = Read.Country(request.Country, "country");
        call.MustReach(Platform.Reach.Country(country), "country");
        var channel = people.ReadChannel(request.RegisteredUnder, "registered_under");
        var sent = documents.ReadOptional(request.Document, "document");
        var contacts = people.ReadOptional(request.ContactFacts, "contact_facts");
        var nationality = Read.Value<Proto.NationalityStatus, NationalityStatus>(request.NationalityStatus, "nationality_status");
        var worker = new Worker
        {
            WorkerNumber = WorkerNumber.New(country),
            Country = country,
            BirthDate = Read.PartialDay(request.BirthDate, "birth_date"),
            Sex = Read.Value<Proto.Sex, Sex>(request.Sex, "sex"),
            Nationality = Read.OptionalAnyCountry(request.Nationality, "nationality"),
            Stateless = nationality is NationalityStatus.Stateless,
            EnrolledAt = clock.GetUtcNow(),
            Names = [.. request.Names.Select(PersonIntake.ReadName)],
            NoDocumentReason = request.NoDocumentReason is Proto.NoDocumentReason.Unspecified ? null : Read.Value<Proto.NoDocumentReason, NoDocumentReason>(request.NoDocumentReason, "no_document_reason"),
            RegisteredUnder = channel,
        };
        var father = Read.OptionalText(request.FatherName, "father_name");
        var mother = Read.OptionalText(request.MotherName, "mother_name");
        var named = DuplicateCheck.ReadNamed(request.NotDuplicates, "not_duplicates");
        IReadOnlyList<NumberHolder> holders = sent is null ? [] : await documents.Holders(sent, context.CancellationToken);

        var person = enrolments.GiveKey(worker);
        people.Keep(worker, contacts, person);
        EnrolmentIntake.KeepParents(worker, father, mother, person);
        var found = await duplicates.Look(worker, person, sent, context.CancellationToken);

        var today = clock.TodayIn(country);
        Refuse.IfAny([
            .. WorkerRules.ToBeOnRecord(worker, today),
            .. WorkerRules.ToSay(worker, nationality),
            .. WorkerRules.ToHaveParents(father, mother),
            .. WorkerRules.ToHaveDocumentOrReason(sent is not null, worker.NoDocumentReason),
            .. sent is null ? [] : DocumentRules.ToRecord(sent, null, holders),
            .. duplicates.ToEnrol(found, named, sent is null ? [] : DocumentRules.Told(sent, holders)),
        ]);

        if (sent is not null)
            worker.Documents.Add(documents.Make(sent, person, DocumentRules.IsAnothers(sent, null, holders)));
        db.Workers.Add(worker);
        duplicates.Keep(worker, person, found, named);
        db.Publish(Enrolled(worker));
        call.Disclose(worker.WorkerNumber, "enrolment");
        return await db.Commit(new Proto.RegisterInCountryResponse
        {
            WorkerNumber = worker.WorkerNumber,
            DocumentId = worker.Documents.SingleOrDefault()?.Id.ToString() ?? "",
            Warnings = { sent is null ? [] : documents.Unusual(sent, worker, today) },
        }, context.CancellationToken);
    }
}
