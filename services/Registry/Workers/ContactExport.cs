using System.Text.Json;
using Gms.Platform;
using Gms.Type.V1;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Gms.Registry.Workers;

/// <summary>How workers are reached and who belongs to them: for the person and for the country that holds the record, nobody else.</summary>
static class ContactExport
{
    public static ExportTable<RegistryDb> Contacts { get; } = new ExportTable<RegistryDb, Worker>
    {
        Name = "contacts",
        Holds = "How each worker is reached, and who belongs to the worker.",
        Permission = "workers.read",
        OnlyFor = [Purpose.OwnRecord, Purpose.Enrolment],
        Table = "workers",
        Within = ["worker_contacts", "worker_relatives"],
        Rows = db => db.Workers.Include(w => w.Contacts).Include(w => w.Relatives).AsSplitQuery(),
        Key = new(w => w.Id),
        Worker = w => w.WorkerNumber,
        OfCountry = (_, rows, country) => rows.Where(w => w.Country == country),
        Columns =
        [
            new("worker_number", "The worker.", w => w.WorkerNumber),
            new("phones", "E.164.", (w, services) => Values(w, ContactKind.Phone, services)),
            new("emails", "Mail addresses.", (w, services) => Values(w, ContactKind.Email, services)),
            new("other_contacts", "Other ways to reach the person, in words.", (w, services) => Values(w, ContactKind.Other, services)),
            new("home_address", "As the person says it.", (w, services) => Open(w, services).Decrypt(w.HomeAddressEncrypted, w.Id)),
            new("father_name", "As the person says it.", (w, services) => Open(w, services).Decrypt(w.FatherNameEncrypted, w.Id)),
            new("mother_name", "As the person says it.", (w, services) => Open(w, services).Decrypt(w.MotherNameEncrypted, w.Id)),
            new("emergency_relation", "What the emergency contact is to the worker.", w => Emergency(w)?.Relation, CodeList.Of<Relation>()),
            new("emergency_name", "Whom to call.", (w, services) => Details(w, Emergency(w), services)?.Name),
            new("emergency_phone", "E.164.", (w, services) => Details(w, Emergency(w), services)?.Phone),
            new("dependant_relations", "What each dependant is to the worker.", w => Dependants(w).Select(d => d.Relation), CodeList.Of<Relation>()),
            new("dependant_names", "Each dependant's name; empty where it was not said.", (w, services) => Dependants(w).Select(d => Details(w, d, services)?.Name ?? "")),
            new("dependant_birth_years", "Each dependant's year of birth; empty where it was not said.", (w, services) => Dependants(w).Select(d => $"{Details(w, d, services)?.BirthYear}")),
        ],
    };

    static PersonCipher Open(Worker worker, IServiceProvider services) => services.GetRequiredService<PersonKeys>().Open(worker.PersonKey, worker.Id);

    static IEnumerable<string> Values(Worker worker, ContactKind kind, IServiceProvider services)
    {
        var person = Open(worker, services);
        return worker.Contacts.Where(c => c.Kind == kind).OrderBy(c => c.Position).Select(c => person.Decrypt(c.ValueEncrypted, c.Id) ?? "");
    }

    static WorkerRelative? Emergency(Worker worker) => worker.Relatives.Find(r => r.Part == RelativePart.EmergencyContact);

    static IEnumerable<WorkerRelative> Dependants(Worker worker) => worker.Relatives.Where(r => r.Part == RelativePart.Dependant).OrderBy(r => r.Position);

    static RelativeDetails? Details(Worker worker, WorkerRelative? relative, IServiceProvider services) =>
        relative is not null && Open(worker, services).Decrypt(relative.DetailsEncrypted, relative.Id) is { } json ? JsonSerializer.Deserialize<RelativeDetails>(json) : null;
}
