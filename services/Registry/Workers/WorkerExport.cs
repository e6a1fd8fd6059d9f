using Gms.Platform;

namespace Gms.Registry.Workers;

/// <summary>Workers as they are taken out. How they are reached is an export of its own.</summary>
static class WorkerExport
{
    const string InContacts = "Given readable by the export contacts.";

    public static ExportTable<RegistryDb> Workers { get; } = new ExportTable<RegistryDb, Worker>
    {
        Name = "workers",
        Holds = "Workers on record: names, birth, nationality and where they were enrolled.",
        Permission = "workers.read",
        Table = "workers",
        Within = ["worker_names"],
        LeavesOut = new Dictionary<string, string>
        {
            ["id"] = "The worker number names the person.",
            ["person_key"] = "A key.",
            ["key_version"] = "Belongs to the key.",
            ["erased_at"] = "An erased person's row is not given at all.",
            ["father_name_encrypted"] = InContacts,
            ["mother_name_encrypted"] = InContacts,
            ["home_address_encrypted"] = InContacts,
        },
        Rows = db => db.Workers,
        Key = new(w => w.Id),
        Worker = w => w.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(w => w.Country == country),
        Changed = (rows, since) => rows.Where(w => since.Subjects.Contains(w.WorkerNumber) || w.Id >= since.FirstId || w.ContactsChangedAt >= since.At),
        Columns =
        [
            new("worker_number", "The worker's number, for life.", w => w.WorkerNumber),
            new("country", "The country that enrolled the person and holds the record.", w => w.Country, CodeList.Countries),
            new("names", "Every name on record, as its script writes it.", w => w.Names.OrderBy(n => n.Position).Select(n => n.Full)),
            new("name_scripts", "The script of each name, ISO 15924.", w => w.Names.OrderBy(n => n.Position).Select(n => n.Script)),
            new("family_names", "The family part of each name; empty where it has none.", w => w.Names.OrderBy(n => n.Position).Select(n => n.Family ?? "")),
            new("given_names", "The given part of each name; empty where it is not told apart.", w => w.Names.OrderBy(n => n.Position).Select(n => n.Given ?? "")),
            new("birth_date", "ISO 8601, as precise as it is known.", w => w.BirthDate),
            new("sex", "As the document states it.", w => w.Sex, CodeList.Of<Sex>()),
            new("nationality", "ISO 3166-1; empty when unknown or stateless.", w => w.Nationality, CodeList.Countries),
            new("stateless", "Considered a national by no state.", w => w.Stateless),
            new("province", "ISO 3166-2, or a national code of Viet Nam since July 2025.", w => w.Province, CodeList.Provinces),
            new("languages", "BCP 47, the best understood first.", w => w.Languages),
            new("no_document_reason", "Why a person registered at the destination had no document.", w => w.NoDocumentReason, CodeList.Of<NoDocumentReason>()),
            new("registered_under", "The channel under which the destination registered the person.", w => w.RegisteredUnder, ExportCodes.Channels),
            new("contacts_changed_at", "When contacts, address and relatives were last changed.", w => w.ContactsChangedAt),
            new("key_destroyed_at", "When the person's data was made unreadable.", w => w.KeyDestroyedAt),
            new("enrolled_at", "When the person was enrolled.", w => w.EnrolledAt),
            new("version", "Counts the record's changes.", w => w.Version),
        ],
    };
}
