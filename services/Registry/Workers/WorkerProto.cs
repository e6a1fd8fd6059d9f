using System.Text.Json;
using Gms.Platform;
using Gms.Registry.Documents;
using Gms.Type.V1;
using Proto = Gms.Registry.V1;

namespace Gms.Registry.Workers;

/// <summary>How a worker is shown.</summary>
static class WorkerProto
{
    public static Proto.GetWorkerResponse ToProto(this Worker worker, PersonCipher person, IEnumerable<Proto.ProvinceOnRecord> provinces) => new()
    {
        WorkerNumber = worker.WorkerNumber,
        Country = worker.Country,
        Names = { worker.Names.OrderBy(n => n.Position).Select(n => new PersonName { Full = n.Full, Family = n.Family ?? "", Given = n.Given ?? "", Script = n.Script }) },
        BirthDate = worker.BirthDate.ToProto(),
        Sex = worker.Sex.ToProto(),
        Nationality = worker.Nationality ?? "",
        Stateless = worker.Stateless,
        NationalityStatus = Enum.Parse<Proto.NationalityStatus>(worker.NationalityStatus.ToString()),
        Province = worker.Province ?? "",
        Provinces = { provinces },
        Languages = { worker.Languages },
        NoDocumentReason = worker.NoDocumentReason is { } reason ? Enum.Parse<Proto.NoDocumentReason>(reason.ToString()) : Proto.NoDocumentReason.Unspecified,
        RegisteredUnder = worker.RegisteredUnder ?? "",
        Documents = { worker.Documents.ToProto(person, worker.Country) },
    };

    public static Proto.ContactFacts ContactFacts(this Worker worker, PersonCipher person) => new()
    {
        Contacts = { worker.Contacts.OrderBy(c => c.Position).Select(c => new Proto.Contact { Kind = Enum.Parse<Proto.ContactKind>(c.Kind.ToString()), Value = person.Decrypt(c.ValueEncrypted, c.Id) ?? "" }) },
        EmergencyContact = worker.Relatives.Find(r => r.Part == RelativePart.EmergencyContact) is { } contact ? EmergencyContact(contact, Details(contact, person)) : null,
        Dependants = { worker.Relatives.Where(r => r.Part == RelativePart.Dependant).OrderBy(r => r.Position).Select(r => Dependant(r, Details(r, person))) },
        HomeAddress = person.Decrypt(worker.HomeAddressEncrypted, worker.Id) ?? "",
        Province = worker.Province ?? "",
        Languages = { worker.Languages },
    };

    /// <summary>How a record is shown that a merge absorbed: beside the survivor's, under its own number.</summary>
    public static Proto.AbsorbedRecord ToAbsorbed(this Worker worker, Guid mergeId, PersonCipher person)
    {
        var shown = worker.ToProto(person, []);
        return new()
        {
            WorkerNumber = shown.WorkerNumber,
            Country = shown.Country,
            MergeId = mergeId.ToString(),
            Names = { shown.Names },
            BirthDate = shown.BirthDate,
            Sex = shown.Sex,
            Nationality = shown.Nationality,
            Documents = { shown.Documents },
        };
    }

    public static Proto.Sex ToProto(this Sex sex) => sex switch
    {
        Sex.Female => Proto.Sex.Female,
        Sex.Male => Proto.Sex.Male,
        Sex.Other => Proto.Sex.Other,
    };

    static Proto.EmergencyContact EmergencyContact(WorkerRelative contact, RelativeDetails? details) =>
        new() { Name = details?.Name ?? "", Relation = contact.Relation.ToProto(), Phone = details?.Phone ?? "" };

    static Proto.Dependant Dependant(WorkerRelative dependant, RelativeDetails? details) =>
        new() { Relation = dependant.Relation.ToProto(), BirthYear = details?.BirthYear ?? 0, Name = details?.Name ?? "" };

    static Proto.Relation ToProto(this Relation relation) => Enum.Parse<Proto.Relation>(relation.ToString());

    /// <summary>Null when the person's key was destroyed.</summary>
    static RelativeDetails? Details(WorkerRelative relative, PersonCipher person) =>
        person.Decrypt(relative.DetailsEncrypted, relative.Id) is { } json ? JsonSerializer.Deserialize<RelativeDetails>(json) : null;
}
