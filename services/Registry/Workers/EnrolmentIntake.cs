using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Registry.Duplicates;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

/// <summary>A person as a request enrols them: the record as it would be saved, without its document, and what else was said.</summary>
sealed record SentEnrolment(Worker Worker, SentDocument Document, PersonCipher Person, NationalityStatus? Nationality, string? Province, string? ProvinceAgain,
    string? Father, string? Mother, IReadOnlyDictionary<string, string> NotDuplicates);

/// <summary>What a single enrolment and a row of an import have in common: how it is read, what must hold, what is made of it.</summary>
sealed class EnrolmentIntake(PersonKeys keys, PersonIntake people, DocumentIntake documents, TimeProvider clock)
{
    public SentEnrolment Read(Proto.EnrolWorkerRequest request, string country)
    {
        var document = documents.Read(request.Document, "document");
        var contacts = people.ReadOptional(request.ContactFacts, "contact_facts");
        var province = people.ReadProvince(request.Province, "province");
        var nationality = request.NationalityStatus is Proto.NationalityStatus.Unspecified
            ? null
            : (NationalityStatus?)Platform.Read.Value<Proto.NationalityStatus, NationalityStatus>(request.NationalityStatus, "nationality_status");
        var worker = new Worker
        {
            WorkerNumber = WorkerNumber.New(country),
            Country = country,
            BirthDate = Platform.Read.PartialDay(request.BirthDate, "birth_date"),
            Sex = Platform.Read.Value<Proto.Sex, Sex>(request.Sex, "sex"),
            Nationality = Platform.Read.OptionalAnyCountry(request.Nationality, "nationality"),
            Stateless = request.Stateless,
            EnrolledAt = clock.GetUtcNow(),
            Names = [.. request.Names.Select(PersonIntake.ReadName)],
        };
        var person = GiveKey(worker);
        people.Keep(worker, contacts with { Province = province ?? contacts.Province }, person);
        var (father, mother) = (Platform.Read.OptionalText(request.FatherName, "father_name"), Platform.Read.OptionalText(request.MotherName, "mother_name"));
        KeepParents(worker, father, mother, person);
        return new(worker, document, person, nationality, province, contacts.Province, father, mother, DuplicateCheck.ReadNamed(request.NotDuplicates, "not_duplicates"));
    }

    /// <param name="holders">Every record in which the document's number stands.</param>
    public static IEnumerable<Problem> ToEnrol(SentEnrolment sent, IReadOnlyCollection<NumberHolder> holders, DateOnly today) =>
    [
        .. WorkerRules.ToEnrol(sent.Worker, sent.Document, today),
        .. WorkerRules.ToSay(sent.Worker, sent.Nationality),
        .. WorkerRules.ToHaveParents(sent.Father, sent.Mother),
        .. WorkerRules.ToLiveIn(sent.Province, sent.ProvinceAgain),
        .. DocumentRules.ToRecord(sent.Document, null, holders),
    ];

    /// <summary>Puts the document on the record, in dispute when its number is another's and the officer said why.</summary>
    public Document AddDocument(SentEnrolment sent, IReadOnlyCollection<NumberHolder> holders)
    {
        var document = documents.Make(sent.Document, sent.Person, DocumentRules.IsAnothers(sent.Document, null, holders));
        sent.Worker.Documents.Clear();    // a row of an import is saved again when the database refused its neighbour
        sent.Worker.Documents.Add(document);
        return document;
    }

    public PersonCipher GiveKey(Worker worker)
    {
        worker.KeepKey(keys.New(worker.Id, out var person));
        return person;
    }

    public static void KeepParents(Worker worker, string? father, string? mother, PersonCipher person)
    {
        worker.FatherNameEncrypted = person.EncryptOptional(father, worker.Id);
        worker.MotherNameEncrypted = person.EncryptOptional(mother, worker.Id);
    }
}
